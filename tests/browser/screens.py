"""The screens people work on, and what must not happen on any of them."""

SPOKEN = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK = {"viewport": {"width": 1366, "height": 768}}
WALL = {"viewport": {"width": 1920, "height": 1080}}

OVERFLOWING = """() => {
  const wide = document.documentElement.clientWidth;
  const inside = element => element.closest(".table-scroll, .chart-canvas.map, .menu-panel, .skip-link, [hidden]");
  const found = [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > wide + 1 && !inside(element))
    .map(element => element.outerHTML.slice(0, 120));
  return document.documentElement.scrollWidth > wide ? found.concat("page scrolls sideways") : found;
}"""

# Buttons of rows and cards that something else lies over: a press would hit that instead.
COVERED = """() => [...document.querySelectorAll("[data-row] button, [data-row] .btn, article button, article .btn")]
  .filter(button => button.checkVisibility())
  .filter(button => {
    button.scrollIntoView({block: "center", behavior: "instant"});
    const box = button.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !(top && (button.contains(top) || top.contains(button) || top.closest(".thumb, .bottombar")));
  })
  .map(button => "covered: " + button.outerHTML.slice(0, 120))"""
