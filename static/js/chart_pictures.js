/* A chart as a picture: its title, its notes and its drawing on white, put together in the browser. */
(function () {
  "use strict";
  var SHARPNESS = 2;

  function style(node, name) { return getComputedStyle(node).getPropertyValue(name); }
  function white() { return style(document.documentElement, "--on-primary").trim(); }

  /* Of a drawing in the page: what the style sheets say of each shape goes into the copy itself. */
  function copied(svg) {
    var copy = svg.cloneNode(true), shapes = svg.querySelectorAll("*"), copies = copy.querySelectorAll("*");
    Array.prototype.forEach.call(shapes, function (shape, at) {
      ["fill", "stroke", "stroke-width", "font-family", "font-weight", "text-anchor"].forEach(function (name) {
        copies[at].setAttribute(name, style(shape, name));
      });
    });
    var box = svg.getBoundingClientRect();
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    return "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  }

  function address(place) {
    var drawing = window.echarts && window.echarts.getInstanceByDom(place);
    if (drawing) return drawing.getDataURL({ type: "png", pixelRatio: SHARPNESS, backgroundColor: white() });
    return copied(place.querySelector("svg"));
  }

  /* Words broken into lines that fit; Chinese may break anywhere. */
  function lines(pen, text, wide) {
    var found = [], line = "";
    text.trim().replace(/\s+/g, " ").split(/(?=[^A-Za-z0-9.,%-])/).forEach(function (piece) {
      if (line && pen.measureText(line + piece).width > wide) { found.push(line.trim()); line = ""; }
      line += piece;
    });
    return found.concat(line.trim());
  }

  function written(pen, texts, wide, draw) {
    var top = 0;
    texts.forEach(function (one) {
      pen.font = one.font;
      pen.fillStyle = one.colour;
      lines(pen, one.text, wide).forEach(function (line) {
        top += one.leading;
        if (draw) pen.fillText(line, 16, top + 8);
      });
    });
    return top + 16;
  }

  function save(button) {
    var chart = button.closest(".chart"), place = chart.querySelector(".chart-canvas"), picture = new Image();
    var texts = Array.prototype.map.call(chart.querySelectorAll("figcaption h3, figcaption p, .map-source"), function (node) {
      return { text: node.innerText, font: style(node, "font-weight") + " " + style(node, "font-size") + " " + style(node, "font-family"),
        colour: style(node, "color"), leading: parseFloat(style(node, "line-height")) };
    });
    var about = document.querySelector("[data-picture-note]");
    var note = about.dataset.pictureNote + " · " + about.innerText;
    texts.splice(1, 0, Object.assign({}, texts[texts.length - 1], { text: note }));
    picture.onload = function () {
      var canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
      var wide = place.clientWidth, tall = place.clientHeight, above = written(pen, texts, wide, false);
      canvas.width = (wide + 32) * SHARPNESS;
      canvas.height = (above + tall + 16) * SHARPNESS;
      pen.scale(SHARPNESS, SHARPNESS);
      pen.fillStyle = white();
      pen.fillRect(0, 0, wide + 32, above + tall + 16);
      written(pen, texts, wide, true);
      pen.drawImage(picture, 16, above, wide, tall);
      var link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = texts[0].text + ".png";
      document.body.appendChild(link);
      link.click();
      link.remove();
    };
    picture.src = address(place);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-save-chart]");
    if (button) save(button);
  });
  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-save-chart]"), function (button) { button.hidden = false; });
  });
})();
