/* The page of a series: tick a whole page at once, and see how many are ticked. */
(function () {
  "use strict";

  var form = document.querySelector("[data-series]");
  var all = form && form.querySelector("[data-pick-all]");
  if (!all) return;
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input[name=rows]"));
  var everyone = form.querySelector("[data-everyone]");
  var words = form.querySelector("[data-chosen]");
  var none = words.textContent;

  function show() {
    var count = boxes.filter(function (box) { return box.checked; }).length;
    boxes.forEach(function (box) { box.closest("tr").classList.toggle("picked", box.checked || everyone.checked); });
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
    words.textContent = count ? words.dataset.words.replace("{n}", count) : none;
  }

  all.hidden = false;
  all.addEventListener("change", function () {
    boxes.forEach(function (box) { box.checked = all.checked; });
    show();
  });
  form.addEventListener("change", function (event) { if (event.target !== all) show(); });
  window.addEventListener("pageshow", show);
})();
