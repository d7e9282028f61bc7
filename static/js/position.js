/* The place of one visit, asked of the phone once, on a tap, and taken back by another. */
(function () {
  "use strict";
  if (!navigator.geolocation || !window.isSecureContext) return;

  function fields(place) {
    return ["latitude", "longitude"].map(function (name) { return place.closest("form").elements[name]; });
  }

  function say(place, words) { place.querySelector("[data-position-words]").textContent = words; }

  function write(place, values) {
    fields(place).forEach(function (field, at) { field.value = values[at]; });
    place.querySelector("button").setAttribute("aria-pressed", values[0] ? "true" : "false");
  }

  document.addEventListener("click", function (event) {
    var place = event.target.closest("button") && event.target.closest("[data-position]");
    if (!place) return;
    if (fields(place)[0].value) { write(place, ["", ""]); say(place, place.dataset.none); return; }
    say(place, place.dataset.asking);
    navigator.geolocation.getCurrentPosition(function (found) {
      write(place, [found.coords.latitude.toFixed(6), found.coords.longitude.toFixed(6)]);
      say(place, place.dataset.taken);
    }, function () { say(place, place.dataset.refused); }, { timeout: 10000, maximumAge: 60000 });
  });

  function offer() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-position]"), function (place) {
      place.hidden = false;
      if (fields(place)[0].value) { write(place, fields(place).map(function (field) { return field.value; })); say(place, place.dataset.taken); }
    });
  }
  document.addEventListener("DOMContentLoaded", offer);
  document.addEventListener("shanzhi:form", offer); // a form that was put into the page later
})();
