/* Photos are made small on the phone before they are sent: a weak line, and 20 MB are the most that is taken.
   Without this, or where the browser cannot, they go as they are. */
(function () {
  "use strict";
  var SIDE = 1600, QUALITY = 0.82, SMALL = 400 * 1024;

  function drawn(picture, file, done) {
    var scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(function (small) {
      done(small && small.size < file.size ? new File([small], "photo.jpg", { type: "image/jpeg" }) : file);
    }, "image/jpeg", QUALITY);
  }

  /* A bitmap rather than an <img>: it comes upright, and no address of ours has to be allowed for it. */
  function shrunk(file, done) {
    function asItIs() { done(file); }
    if (file.size <= SMALL || !/^image\/(jpeg|png|webp)$/.test(file.type)) { asItIs(); return; }
    try {
      createImageBitmap(file, { imageOrientation: "from-image" }).then(function (picture) {
        drawn(picture, file, done);
      }, asItIs);
    } catch (error) { asItIs(); }
  }

  function shrinkAll(input) {
    var files = Array.prototype.slice.call(input.files), kept = [], left = files.length;
    files.forEach(function (file, place) {
      shrunk(file, function (small) {
        kept[place] = small;
        left -= 1;
        if (left) return;
        var box = new DataTransfer();
        kept.forEach(function (one) { box.items.add(one); });
        input.files = box.files;
      });
    });
  }

  document.addEventListener("change", function (event) {
    var input = event.target;
    if (input.type !== "file" || !input.hasAttribute("data-shrink") || !window.DataTransfer) return;
    shrinkAll(input);
  });
})();
