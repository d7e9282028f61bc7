/* A wall that runs for weeks: fetches its figures anew, keeps the last ones while the server is away, tells the time. */
(function () {
  "use strict";
  var place = document.getElementById("wall");
  var status = document.getElementById("wall-status");
  var every = Number(place.dataset.every) * 1000;
  var AGAIN = 10000, PATIENCE = 20000, HOUR = 3600000;
  var QUIET = "03"; // the hour of the night in which the page is loaded anew, to take a new version
  var turn = 0, begun = Date.now(), said, heard;

  /* The office's own time, as the server said it: the clock of the screen's computer is nobody's care. */
  function listen() {
    said = Date.parse(place.querySelector("[data-now]").dataset.now + "Z");
    heard = Date.now();
  }
  function time(moment) { return new Date(moment).toISOString().slice(11, 16); }
  function now() { return said + Date.now() - heard; }
  function tick() {
    var clock = place.querySelector("[data-clock]"), words = time(now());
    if (clock.textContent !== words) clock.textContent = words;
  }

  function lost() {
    status.textContent = status.dataset.lost.replace("{time}", time(said));
    setTimeout(refresh, AGAIN);
  }

  /* The server is there, so the page may go: for the night's new version, or where the wall has ended. */
  function show(answer) {
    place.innerHTML = answer;
    status.textContent = "";
    listen();
    tick();
    if (time(now()).slice(0, 2) === QUIET && Date.now() - begun > 2 * HOUR) { location.reload(); return; }
    setTimeout(refresh, every);
  }

  function refresh() {
    var request = new XMLHttpRequest(), address = place.dataset.figures;
    turn += 1;
    request.open("GET", address + (address.indexOf("?") < 0 ? "?" : "&") + "turn=" + turn);
    request.setRequestHeader("X-Unattended", "1"); // a wall left running keeps nobody logged in
    request.timeout = PATIENCE;
    request.onload = function () {
      var isScreen = request.status === 200 && request.responseText.indexOf("data-screen") > 0;
      var isOurs = request.getResponseHeader("X-Request-ID"); // not of a proxy in front that has lost the portal
      if (isScreen) show(request.responseText);
      else if (!isOurs || request.status === 429 || request.status >= 500) lost();
      else location.reload(); // ended, expired, or logged out: the page itself says which
    };
    request.onerror = request.ontimeout = lost;
    request.send();
  }

  listen();
  tick();
  setInterval(tick, 1000);
  setTimeout(refresh, every);
})();
