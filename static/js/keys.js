/* The keyboard of the desk: / search, j k move, Enter open, letters press the verbs with that data-key, ? help. */
(function () {
  "use strict";

  function rows() { return Array.prototype.slice.call(document.querySelectorAll("[data-row]")); }
  function picked() { return document.querySelector("[data-row].picked"); }

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function pick(step) {
    var list = rows();
    if (!list.length) return;
    var now = picked();
    var next = now ? list.indexOf(now) + step : step > 0 ? 0 : list.length - 1;
    var row = list[Math.max(0, Math.min(list.length - 1, next))];
    if (now) now.classList.remove("picked");
    row.classList.add("picked");
    var link = row.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function search() {
    var input = document.querySelector("[data-search]") || document.querySelector(".filter-bar summary");
    if (input) input.focus();
    return Boolean(input);
  }

  /* Inside the picked row first: a queue may carry the verbs of each row. Those of other rows are out of reach. */
  function verb(key) {
    var within = picked();
    var selector = "[data-key='" + key + "']";
    var free = Array.prototype.filter.call(document.querySelectorAll(selector), function (button) {
      return !button.closest("[data-row]");
    });
    return (within && within.querySelector(selector)) || free[0];
  }

  function help() {
    var dialog = document.getElementById("key-help");
    if (!dialog || dialog.open) return;
    var list = dialog.querySelector("[data-key-list]");
    list.textContent = "";
    var seen = {};
    Array.prototype.forEach.call(document.querySelectorAll("[data-key]"), function (button) {
      if (seen[button.dataset.key]) return;
      seen[button.dataset.key] = true;
      var term = document.createElement("dt");
      var cap = document.createElement("kbd");
      cap.textContent = button.dataset.key;
      term.appendChild(cap);
      var words = document.createElement("dd");
      words.textContent = button.firstChild.textContent.trim() || button.title;
      list.appendChild(term);
      list.appendChild(words);
    });
    if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-key-help]")) help();
  });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    var handled = true;
    if (event.key === "/") handled = search();
    else if (event.key === "j") pick(1);
    else if (event.key === "k") pick(-1);
    else if (event.key === "?") help();
    else if (event.key === "Enter" && event.target === document.body && picked()) picked().querySelector("a").click();
    else if (/^[a-z]$/.test(event.key) && verb(event.key)) verb(event.key).click();
    else handled = false;
    if (handled) event.preventDefault();
  });
})();
