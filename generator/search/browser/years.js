// The years of a collection as bars: how many of the hits each has. A mouse or finger can choose a year, or draw over several;
// the inputs beside it do the same for everyone, and a table says in words what the bars show.
"use strict";

(function () {
  const SVG = "http://www.w3.org/2000/svg";
  const MOST_COLUMNS = 200; // with more years from the first to the last, those without cables are left out
  const FEWEST_COLUMNS = 12; // else a few years make bars as wide as a hand
  const WIDTH = 10;
  const LEAST_HEIGHT = 2; // of 100

  // onChoose: hears the first and the last year that a reader chose.
  cablepress.Years = class {
    constructor(element, onChoose) {
      this.chart = element.querySelector("svg");
      this.axis = element.querySelector(".axis");
      this.table = element.querySelector("tbody");
      this.note = element.querySelector(".undated");
      this.onChoose = onChoose;
      this.columns = [];
      this.chosen = ["", ""];
      this.listen();
    }

    // years: [year, hits] of all that have cables; "" stands for none. from, to: the dates that are chosen, or "".
    show(years, from, to) {
      const dated = years.filter(([year]) => year !== "");
      this.columns = spread(dated);
      this.chosen = [from, to];
      const most = Math.max(1, ...dated.map(([, hits]) => hits));
      this.chart.setAttribute("viewBox", `0 0 ${Math.max(this.columns.length, FEWEST_COLUMNS) * WIDTH} 100`);
      this.chart.replaceChildren(...this.columns.map(([year, hits], place) => bar(year, hits, place * WIDTH, most)));
      this.axis.replaceChildren(...ends(this.columns).map((year) => cablepress.element("span", "", year)));
      this.table.replaceChildren(...dated.filter(([, hits]) => hits).map(([year, hits]) => row(year, hits)));
      const undated = years.length > dated.length ? years[years.length - 1][1] : 0;
      this.note.textContent = undated ? cablepress.say("script.undated", { count: undated }) : "";
      this.mark(...this.chosen);
    }

    // Marks the years of one date to that of another; an empty one is the end of all.
    mark(...dates) {
      const [from, to] = dates.map(yearOf);
      for (const bar of this.chart.children) {
        const year = bar.getAttribute("data-year");
        bar.classList.toggle("out", (from !== "" && year < from) || (to !== "" && year > to));
      }
    }

    listen() {
      let start = null;
      this.chart.addEventListener("pointerdown", (event) => {
        start = this.yearAt(event);
        if (start === null || event.button) return (start = null);
        if (event.shiftKey && this.chosen[0]) start = yearOf(this.chosen[0]);
        this.chart.setPointerCapture(event.pointerId); // so that it may end beside the chart
      });
      this.chart.addEventListener("pointermove", (event) => {
        if (start !== null) this.mark(...inOrder(start, this.yearAt(event)));
      });
      this.chart.addEventListener("pointercancel", () => {
        start = null;
        this.mark(...this.chosen);
      });
      this.chart.addEventListener("pointerup", (event) => {
        if (start === null) return;
        const [from, to] = inOrder(start, this.yearAt(event));
        start = null;
        const again = from === to && this.chosen[0] === from && this.chosen[1] === to;
        if (again) this.onChoose("", "");
        else this.onChoose(from, to);
      });
    }

    // Gives the year under a pointer, or the nearest one.
    yearAt(event) {
      if (!this.columns.length) return null;
      const box = this.chart.getBoundingClientRect();
      const place = Math.floor(((event.clientX - box.left) / box.width) * Math.max(this.columns.length, FEWEST_COLUMNS));
      return this.columns[Math.min(Math.max(place, 0), this.columns.length - 1)][0];
    }
  };

  function yearOf(date) {
    return date.slice(0, 4);
  }

  function spread(dated) {
    if (!dated.length) return [];
    const first = Number(dated[0][0]);
    const columns = Number(dated[dated.length - 1][0]) - first + 1;
    if (columns > MOST_COLUMNS) return dated;
    const hits = new Map(dated);
    return Array.from({ length: columns }, (_, place) => {
      const year = String(first + place).padStart(4, "0");
      return [year, hits.get(year) || 0];
    });
  }

  function bar(year, hits, x, most) {
    const group = drawn("g", { "data-year": year });
    const height = hits ? Math.max((hits / most) * 100, LEAST_HEIGHT) : 0;
    group.append(
      drawn("title", {}),
      drawn("rect", { x: x + 1, y: 100 - height, width: WIDTH - 2, height }),
      drawn("rect", { class: "space", x, width: WIDTH, height: 100 }),
    );
    group.firstChild.textContent = cablepress.say("home.bar", { name: year, cables: cablepress.counted(hits) });
    return group;
  }

  function drawn(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  function row(year, hits) {
    const line = document.createElement("tr");
    const head = cablepress.element("th", "", year);
    head.scope = "row";
    line.append(head, cablepress.element("td", "", cablepress.number(hits)));
    return line;
  }

  function ends(columns) {
    if (!columns.length) return [];
    return columns.length > 1 ? [columns[0][0], columns[columns.length - 1][0]] : [columns[0][0]];
  }

  function inOrder(one, other) {
    return one <= other ? [one, other] : [other, one];
  }
})();
