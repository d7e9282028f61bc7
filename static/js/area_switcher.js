/* Found areas: arrows move, Enter takes; in a form the choice fills the field instead of leaving the page. */
(function () {
  "use strict";

  function box(element) { return element.closest("[data-area-switcher], [data-area-picker]"); }

  function options(place) { return Array.prototype.slice.call(place.querySelectorAll("[data-code]")); }

  function move(place, step) {
    var list = options(place);
    if (!list.length) return;
    var now = place.querySelector(".option.picked");
    var next = now ? list.indexOf(now) + step : 0;
    if (now) { now.classList.remove("picked"); now.removeAttribute("aria-selected"); }
    var option = list[(next + list.length) % list.length];
    option.classList.add("picked");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
  }

  function take(place, option) {
    place.querySelector("[data-area-code]").value = option.dataset.code;
    place.querySelector("[data-area-query]").value = option.dataset.name;
    place.querySelector(".options").textContent = "";
  }

  /* The search answers with `?area=…` relative to itself; what is meant is the page the person is on. */
  function go(option) {
    var query = new URLSearchParams(location.search);
    query.delete("cursor");
    query.set("area", option.dataset.code);
    location.assign(location.pathname + "?" + query.toString());
  }

  document.addEventListener("keydown", function (event) {
    var place = event.target.matches("input[type=search]") && box(event.target);
    if (!place) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(place, event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter") {
      var option = place.querySelector(".option.picked") || options(place)[0];
      if (option) { option.click(); event.preventDefault(); }
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-area-query]")) box(event.target).querySelector("[data-area-code]").value = "";
  });

  document.addEventListener("click", function (event) {
    var option = event.target.closest("[data-code]");
    var place = option && box(option);
    if (!place) return;
    event.preventDefault();
    if (place.hasAttribute("data-area-picker")) take(place, option); else go(option);
  });
})();
