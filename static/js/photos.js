/* Pictures are made smaller on the phone before they are sent: a stairwell's signal carries a fifth as much. */
(function () {
  "use strict";
  var LONGEST = 1600, QUALITY = 0.82, SMALL = 300 * 1024;
  // A browser that does not turn pictures upright by itself would lose how the phone was held: it sends them whole.
  var able = window.CSS && CSS.supports("image-orientation", "from-image")
    && window.createImageBitmap && window.DataTransfer && HTMLCanvasElement.prototype.toBlob;
  if (!able) return;

  function drawn(bitmap) {
    var scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return new Promise(function (done) { canvas.toBlob(done, "image/jpeg", QUALITY); });
  }

  function shrunk(file) {
    if (file.size <= SMALL || !/^image\//.test(file.type)) return Promise.resolve(file);
    return createImageBitmap(file).then(drawn).then(function (blob) {
      if (!blob || blob.size >= file.size) return file;
      return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
    }).catch(function () { return file; }); // what cannot be read here the portal explains
  }

  document.addEventListener("change", function (event) {
    var input = event.target;
    if (!input.matches("input[type=file][data-shrink]") || !input.files.length) return;
    var buttons = Array.prototype.slice.call(input.form.querySelectorAll("[type=submit]"));
    buttons.forEach(function (button) { button.disabled = true; });
    Promise.all(Array.prototype.map.call(input.files, shrunk)).then(function (files) {
      var basket = new DataTransfer();
      files.forEach(function (file) { basket.items.add(file); });
      input.files = basket.files;
    }).finally(function () {
      buttons.forEach(function (button) { button.disabled = false; });
    });
  });
})();
