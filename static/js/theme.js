/* Large type (适老): one class on <html>, kept on this device. Runs before the page is drawn. */
(function () {
  "use strict";
  var KEY = "shanzhi.elder";
  var root = document.documentElement;

  function stored() {
    try { return localStorage.getItem(KEY) === "1"; } catch (error) { return false; }
  }

  function show(on) {
    root.classList.toggle("elder", on);
    document.querySelectorAll("[data-elder]").forEach(function (button) {
      button.setAttribute("aria-pressed", on ? "true" : "false");
    });
  }

  root.classList.add("js");
  root.classList.toggle("elder", stored());
  document.addEventListener("DOMContentLoaded", function () { show(stored()); });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-elder]")) return;
    var on = !root.classList.contains("elder");
    try { localStorage.setItem(KEY, on ? "1" : "0"); } catch (error) { /* private window: this page only */ }
    show(on);
  });
})();
