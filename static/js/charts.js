/* Charts: line, bar, rank (horizontal bars) by ECharts, map (schematic) as SVG; colours from tokens.css. */
(function () {
  "use strict";
  var source = document.currentScript.dataset.echarts;
  var loading = null;

  function token(name) { return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim(); }
  function rem(name) {
    return parseFloat(token(name)) * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  function library() {
    loading = loading || new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = source;
      script.onload = done;
      script.onerror = fail;
      document.head.appendChild(script);
    });
    return loading;
  }

  function words(value, unit) {
    if (value === null) return "";
    return unit === "%" ? value.toFixed(2) + "%" : value.toLocaleString();
  }

  function axis(kind, more) {
    var base = {
      type: kind,
      axisLine: { show: kind === "category", lineStyle: { color: token("line-strong") } },
      axisTick: { show: false },
      axisLabel: { color: token("ink-soft"), fontSize: rem("text-small"), hideOverlap: true },
      splitLine: { show: kind === "value", lineStyle: { color: token("line") } }
    };
    return Object.assign(base, more);
  }

  /* Direct labels instead of a legend: the last point carries the figure, and the name where there are several. */
  function line(chart, one, index) {
    var last = one.values.length - 1;
    while (last > 0 && one.values[last] === null) last -= 1;
    var several = chart.series.length > 1;
    var higher = chart.series.every(function (other) { return other.values[last] <= one.values[last]; });
    return {
      type: "line", name: one.name, color: token("series-" + (index % 3 + 1)), symbol: "circle", symbolSize: 7,
      lineStyle: { width: 2.5, type: ["solid", "dashed", "dotted"][index % 3] }, animation: false,
      label: { fontSize: rem("text-small"), color: token("ink"), position: "top",
        formatter: function (point) { return words(point.value, chart.unit); } },
      emphasis: { label: { show: true } },
      data: one.values.map(function (value, at) {
        if (at !== last || value === null) return value;
        if (!several) return { value: value, label: { show: true, position: "top" } };
        return { value: value, label: { show: true, position: "right", offset: [0, higher ? -16 : 16], lineHeight: 18, formatter: function () {
          return one.name + "\n" + words(value, chart.unit);
        } } };
      })
    };
  }

  function bars(chart, one, index, flat) {
    return {
      type: "bar", name: one.name, data: one.values, color: token("series-" + (index % 3 + 1)), barMaxWidth: 22,
      animation: false,
      label: { show: true, position: flat ? "right" : "top", color: token("ink"), fontSize: rem("text-small"),
        formatter: function (point) {
          return words(point.value, chart.unit) + (chart.counts ? "  n=" + chart.counts[point.dataIndex] : "");
        } }
    };
  }

  function options(chart) {
    var flat = chart.kind === "rank";
    var names = axis("category", { data: chart.labels, inverse: flat, boundaryGap: chart.kind !== "line" });
    if (flat) Object.assign(names.axisLabel, { width: rem("tile") * 0.72, overflow: "break", interval: 0 });
    var figures = axis("value", { scale: chart.kind === "line", min: chart.kind === "line" ? null : 0, splitNumber: 4 });
    return {
      textStyle: { fontFamily: token("font") },
      grid: { left: 8, right: flat || chart.series.length > 1 ? 96 : 40, top: 32, bottom: 8, containLabel: true },
      xAxis: flat ? figures : names,
      yAxis: flat ? names : figures,
      series: chart.series.map(function (one, index) {
        return chart.kind === "line" ? line(chart, one, index) : bars(chart, one, index, flat);
      })
    };
  }

  function svg(name, attributes, parent) {
    var node = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    parent.appendChild(node);
    return node;
  }

  function map(place, chart) {
    var values = chart.series[0].values;
    var known = values.filter(function (value) { return value !== null; });
    var low = Math.min.apply(null, known), high = Math.max.apply(null, known);
    var across = Math.ceil(Math.sqrt(chart.labels.length * 1.4)), wide = 150, tall = 84;
    var cells = chart.cells || chart.labels.map(function (label, i) { return { x: i % across, y: Math.floor(i / across) }; });
    var columns = Math.max.apply(null, cells.map(function (cell) { return cell.x; })) + 1;
    var lines = Math.max.apply(null, cells.map(function (cell) { return cell.y; })) + 1;
    var picture = svg("svg", { viewBox: "0 0 " + columns * wide + " " + lines * tall }, place);
    chart.labels.forEach(function (label, i) {
      var link = chart.links && chart.links[i];
      var cell = svg(link ? "a" : "g", link ? { href: link, tabindex: "-1" } : {}, picture);
      var ramp = values[i] === null ? "none" : high === low ? 3 : 1 + Math.min(4, Math.floor((values[i] - low) / (high - low) * 5));
      cell.setAttribute("class", "map-cell ramp-" + ramp);
      var x = cells[i].x * wide, y = cells[i].y * tall, long = label.length > 8;
      svg("rect", { x: x + 2, y: y + 2, width: wide - 4, height: tall - 4, rx: 6 }, cell);
      svg("text", { x: x + wide / 2, y: y + 34, "font-size": long ? 12 : 17 }, cell).textContent = label.length > 11 ? label.slice(0, 10) + "…" : label;
      svg("text", { x: x + wide / 2, y: y + 62, "font-size": 20, class: "map-value" }, cell).textContent = words(values[i], chart.unit);
      svg("title", {}, cell).textContent = label + " " + words(values[i], chart.unit) + chart.unit.replace("%", "");
    });
  }

  /* Of many units both ends are drawn; the table under the chart has them all. */
  function shortened(chart) {
    if (!chart.ends) return chart;
    function ends(list) { return list && list.slice(0, chart.ends[0]).concat(list.slice(-chart.ends[1])); }
    return Object.assign({}, chart, { labels: ends(chart.labels), links: ends(chart.links), counts: ends(chart.counts),
      series: chart.series.map(function (one) { return { name: one.name, values: ends(one.values) }; }) });
  }

  function draw(place) {
    var chart = shortened(JSON.parse(document.getElementById(place.dataset.chart).textContent));
    place.removeAttribute("data-chart");
    if (chart.kind === "map") { map(place, chart); return; }
    if (chart.kind === "rank") place.style.height = Math.max(3, chart.labels.length) * rem("row") + 72 + "px";
    library().then(function () {
      var picture = window.echarts.init(place);
      picture.setOption(options(chart));
      window.addEventListener("resize", function () { picture.resize(); });
    });
  }

  function drawAll() { Array.prototype.forEach.call(document.querySelectorAll("[data-chart]"), draw); }
  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
})();
