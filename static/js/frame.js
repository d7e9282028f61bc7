/* The frame's small manners: menus close, errors get the focus, forms go once, the sync badge tells the truth. */
(function () {
  "use strict";

  function all(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  function closeMenus(except) {
    all("details.menu[open]", function (menu) { if (!except || !menu.contains(except)) menu.open = false; });
  }

  document.addEventListener("click", function (event) {
    closeMenus(event.target);
    if (event.target.closest("[data-back]")) history.back();
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-close-details]")) event.target.closest("details").open = false;
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var open = document.querySelector("details.menu[open]");
    closeMenus();
    if (open) open.querySelector("summary").focus();
    if (location.hash === "#rail") location.hash = "main";
  });

  document.addEventListener("toggle", function (event) {
    if (!event.target.open || !event.target.matches("details.menu, details.confirm, details.verb-note")) return;
    var input = event.target.querySelector("input:not([type=hidden]), textarea");
    // Who already writes in one of its fields stays there: the event comes a moment after the opening.
    var isWriting = event.target.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
    if (input && !isWriting) input.focus();
  }, true);

  /* A form is sent once: a second press on a slow line must not be a second deed. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (document.activeElement && document.activeElement.hasAttribute("data-file")) return; // a download leaves the page
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", function () {
    all("form[data-sent]", function (form) { delete form.dataset.sent; });
  });

  /* Pages raise `shanzhi:queue` with {waiting: n, stuck: n, offline: bool} on document. */
  function sync(detail) {
    all("[data-sync]", function (badge) {
      var state = detail.stuck ? "stuck" : detail.offline ? "offline" : detail.waiting ? "waiting" : "synced";
      var saying = detail.stuck ? "stuck" : detail.waiting ? "waiting" : state;
      var words = badge.dataset[saying].replace("{n}", detail[saying]);
      badge.querySelector("[data-sync-words]").textContent = words;
      Array.prototype.forEach.call(badge.querySelectorAll("[data-sync-icon]"), function (icon) {
        icon.hidden = icon.dataset.syncIcon !== state;
      });
    });
  }
  var known = { waiting: 0, stuck: 0 };
  function online(isOnline) { sync({ waiting: known.waiting, stuck: known.stuck, offline: !isOnline }); }
  document.addEventListener("shanzhi:queue", function (event) {
    known = event.detail;
    online(navigator.onLine && !known.offline);
  });
  window.addEventListener("online", function () { online(true); });
  window.addEventListener("offline", function () { online(false); });

  document.addEventListener("DOMContentLoaded", function () {
    if (!navigator.onLine) online(false);
    all("[data-back]", function (button) { button.hidden = history.length < 2; });
    all("[data-print]", function (button) { button.hidden = false; });
    var summary = document.querySelector("[data-error-summary]");
    if (summary && !summary.closest("[data-sample]")) summary.focus();
  });

  /* Refusals and bad input come back as pages with words: show them where the answer was to go. */
  document.addEventListener("htmx:beforeSwap", function (event) {
    var status = event.detail.xhr.status;
    if (status === 400 || status === 409) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
})();
