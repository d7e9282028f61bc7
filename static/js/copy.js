/* A button that copies the text of a field; it shows itself only where that works. */
(function () {
  "use strict";

  function copied(button) {
    var words = button.querySelector("[data-copy-words]");
    if (words) words.textContent = button.dataset.copied;
  }

  /* Without a secure page there is no clipboard of the browser's own: the old way selects the text and copies. */
  function copy(field, button) {
    if (navigator.clipboard) { navigator.clipboard.writeText(field.value).then(function () { copied(button); }); return; }
    field.select();
    if (document.execCommand("copy")) copied(button);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button) copy(document.querySelector(button.dataset.copy), button);
  });

  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) { button.hidden = false; });
  });
})();
