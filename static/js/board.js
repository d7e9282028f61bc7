/* The board: an explanation opens in place, days are asked for only where they are chosen freely. */
(function () {
  "use strict";
  var opener = null;

  function panel() { return document.getElementById("explain-panel"); }

  function close() {
    var dialog = panel();
    if (dialog && dialog.open) dialog.close();
  }

  /* The address is that of the explanation's own page: where it cannot be shown here, it is opened. */
  function explain(link) {
    var dialog = panel(), body = dialog.querySelector("[data-panel-body]");
    if (!dialog.contains(link)) opener = link;
    body.textContent = "";
    window.htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" }).then(function () {
      if (!body.firstElementChild) { location.assign(link.href); return; }
      var name = body.querySelector("[data-indicator-name]");
      if (name) document.getElementById("explain-panel-title").textContent = name.dataset.indicatorName;
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
    });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-explain]");
    var dialog = panel();
    if (event.target.closest("[data-close-panel]") || event.target === dialog) { close(); return; }
    if (!link || !dialog || !dialog.showModal || !window.htmx) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    explain(link);
  });

  function askDays(choice) {
    var days = document.getElementById(choice.dataset.fixedDays), free = choice.value === "fixed";
    days.hidden = !free;
    days.disabled = !free;
  }

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-fixed-days]")) askDays(event.target);
  });

  document.addEventListener("DOMContentLoaded", function () {
    var dialog = panel();
    if (dialog) dialog.addEventListener("close", function () { if (opener) opener.focus(); opener = null; });
    Array.prototype.forEach.call(document.querySelectorAll("[data-fixed-days]"), askDays);
  });
})();
