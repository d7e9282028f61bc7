/* Charts: line, bar, rank (horizontal bars) by ECharts; colours from tokens.css. */
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
    var higher = chart.series.every(function (other, at) {
      return other.values[last] < one.values[last] || (other.values[last] === one.values[last] && at >= index);
    });
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
        formatter: function (point) { return said(chart, point.value, point.dataIndex); } }
    };
  }

  function said(chart, value, at) {
    return words(value, chart.unit) + (chart.counts ? "  n=" + chart.counts[at] : "");
  }

  /* Room beside the longest bar for what is said of it: digits are a little wider than half their height. */
  function beside(chart) {
    var longest = Math.max.apply(null, chart.series.map(function (one) {
      return Math.max.apply(null, one.values.map(function (value, at) { return said(chart, value, at).length; }).concat(0));
    }));
    return 12 + longest * rem("text-small") * 0.58;
  }

  function options(chart) {
    var flat = chart.kind === "rank";
    var names = axis("category", { data: chart.labels, inverse: flat, boundaryGap: chart.kind !== "line" });
    function most(values) { return chart.unit === "%" && values.max <= 100 && (flat || values.max > 80) ? 100 : null; }
    if (flat) Object.assign(names.axisLabel, { width: rem("tile") * 0.72, overflow: "break", interval: 0 });
    var figures = axis("value", { scale: chart.kind === "line", min: chart.kind === "line" ? null : 0, splitNumber: 4, max: most });
    return {
      textStyle: { fontFamily: token("font") },
      grid: { left: 8, right: flat ? beside(chart) : chart.series.length > 1 ? 96 : 40, top: 32,
        bottom: chart.kind === "line" && chart.series.length > 1 ? 20 : 8, containLabel: true },
      xAxis: flat ? figures : names,
      yAxis: flat ? names : figures,
      series: chart.series.map(function (one, index) {
        return chart.kind === "line" ? line(chart, one, index) : bars(chart, one, index, flat);
      })
    };
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
    if (chart.kind === "rank") place.style.height = Math.max(3, chart.labels.length) * rem("row") + 72 + "px";
    library().then(function () {
      var picture = window.echarts.init(place);
      picture.setOption(options(chart));
      window.addEventListener("resize", function () { picture.resize(); });
    });
  }

  function drawAll() { Array.prototype.forEach.call(document.querySelectorAll("[data-chart]"), draw); }
  /* On paper the tables stand in for the drawings. */
  function eachTable(act) { Array.prototype.forEach.call(document.querySelectorAll(".chart-figures"), act); }
  window.addEventListener("beforeprint", function () {
    eachTable(function (table) {
      if (table.open) return;
      table.open = true;
      table.dataset.printed = "1";
    });
  });
  window.addEventListener("afterprint", function () {
    eachTable(function (table) {
      if (!table.dataset.printed) return;
      table.open = false;
      delete table.dataset.printed;
    });
  });
  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
})();
