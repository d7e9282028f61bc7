/* The mobile desk: a step pressed without a signal is kept on the device and sent, under its own number, until it has arrived.
   Kept are numbers and times, nothing about a person. */
(function () {
  "use strict";

  var desk = document.querySelector("[data-desk]");
  if (!desk || !window.fetch || !window.localStorage) return;
  var place = "desk-" + desk.dataset.user + "-" + desk.dataset.session;
  var badge = desk.querySelector("[data-desk-state]");
  var isSending = false;
  var EVERY = 10000;

  function kept() {
    try { return JSON.parse(localStorage.getItem(place)) || []; } catch (error) { return []; }
  }

  function keep(stamps) { localStorage.setItem(place, JSON.stringify(stamps)); }

  function csrfToken() {
    var found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : "";
  }

  function formOf(stamp) {
    return desk.querySelector('form[data-stamp="' + stamp.appointment + "-" + stamp.step + '"]');
  }

  /* The step is done as far as the table is concerned: the next one stands in its place. */
  function advance(form) {
    var next = form.nextElementSibling;
    form.hidden = true;
    var done = form.closest("[data-card]").querySelector('[data-done="' + form.elements.step.value + '"]');
    if (done) done.classList.add("ok");
    if (next && next.hasAttribute("data-stamp")) next.hidden = false;
    else form.closest("[data-card]").querySelector("[data-finished]").hidden = false;
  }

  function tell() {
    var waiting = kept().length;
    badge.textContent = waiting ? badge.dataset.waiting.replace("{n}", waiting) : badge.dataset.sent;
    badge.classList.toggle("near", waiting > 0);
    badge.classList.toggle("ok", waiting === 0);
  }

  function press(event) {
    var form = event.target.closest("form[data-stamp]");
    if (!form) return;
    event.preventDefault();
    var fields = form.elements;
    var stamp = {
      appointment: Number(fields.appointment.value), step: fields.step.value,
      client_uuid: fields.client_uuid.value, at: new Date().toISOString()
    };
    keep(kept().concat([stamp]));
    advance(form);
    tell();
    send();
  }

  function refused(stamp, words) {
    var form = formOf(stamp);
    var box = form && form.closest("[data-card]").querySelector("[data-refused]");
    if (!box) return;
    box.textContent = words;
    box.hidden = false;
  }

  function hear(sent, results) {
    var settled = {};
    results.forEach(function (result, at) {
      settled[result.client_uuid] = true;
      if (result.status === "refused") refused(sent[at], result.detail);
    });
    keep(kept().filter(function (stamp) { return !settled[stamp.client_uuid]; }));
  }

  function send() {
    var sent = kept().slice(0, 100);
    if (isSending || !sent.length) return;
    isSending = true;
    fetch(desk.dataset.url, {
      method: "POST", credentials: "same-origin", cache: "no-store", redirect: "error",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
      body: JSON.stringify({ user: Number(desk.dataset.user), stamps: sent })
    }).then(function (answer) {
      return answer.ok ? answer.json() : null;
    }).then(function (body) {
      if (body && body.results) hear(sent, body.results);
    }).catch(function () { return null; }).then(function () {
      isSending = false;
      tell();
    });
  }

  kept().forEach(function (stamp) { if (formOf(stamp)) advance(formOf(stamp)); });
  desk.addEventListener("submit", press);
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) send(); });
  setInterval(send, EVERY);
  badge.hidden = false;
  tell();
  send();
})();
