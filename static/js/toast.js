/* Messages: close them, and show those an answer sends as `HX-Trigger: {"toast": {"text": …, "tone": …}}`. */
(function () {
  "use strict";

  function dress(note) {
    var close = note.querySelector("[data-close-toast]");
    if (close) close.hidden = false;
  }

  function add(text, tone) {
    var place = document.querySelector("[data-toasts]");
    if (!place) return;
    var note = document.createElement("div");
    note.className = "toast-note " + (tone || "info");
    note.setAttribute("data-toast", "");
    var words = document.createElement("span");
    words.className = "grow";
    words.textContent = text;
    var close = document.createElement("button");
    close.type = "button";
    close.className = "toast-close";
    close.setAttribute("data-close-toast", "");
    close.setAttribute("aria-label", place.dataset.closeLabel);
    close.textContent = "×";
    note.appendChild(words);
    note.appendChild(close);
    place.appendChild(note);
  }

  document.addEventListener("click", function (event) {
    var close = event.target.closest("[data-close-toast]");
    if (close) close.closest("[data-toast]").remove();
  });
  document.addEventListener("toast", function (event) { add(event.detail.text, event.detail.tone); });
  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-toast]"), dress);
  });
})();
