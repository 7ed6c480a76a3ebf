// The filters beside the results: dates, facets with counts, and above the results what is chosen.
"use strict";

(function () {
  const WIDE = "(min-width: 60rem)"; // as in the theme: from there on the panel stands beside the results, always open

  // element: the panel, as themes/default/_filters.html has it. chips: a list for what is chosen.
  // onChange: hears filters that a reader changed. onOpen: hears that a facet was opened of which there are no counts.
  cablepress.Panel = class {
    constructor(element, { chips, onChange = () => {}, onOpen = () => {} }) {
      this.element = element;
      this.details = element.querySelector("details");
      this.summary = element.querySelector("summary small");
      this.onChange = onChange;
      this.onOpen = onOpen;
      this.filters = cablepress.filtersFromAddress(new URLSearchParams());
      this.counted = null; // the facets whose counts are shown, once there was a search
      this.years = new cablepress.Years(element.querySelector(".years"), (from, to) => this.change({ from, to }));
      this.dates = new cablepress.Dates(element.querySelector(".period"), (from, to) => this.change({ from, to }));
      this.facets = new Map();
      const headings = new Map();
      for (const part of element.querySelectorAll("[data-facet]")) {
        const name = part.getAttribute("data-facet");
        this.facets.set(name, new cablepress.Facet(part, (codes) => this.change({ [name]: codes })));
        headings.set(name, part.querySelector("summary").textContent);
        part.addEventListener("toggle", () => this.ask());
      }
      this.chosen = new cablepress.Chips(chips, headings, (some) => this.change(some));
      this.followWidth(window.matchMedia(WIDE));
      this.details.addEventListener("toggle", () => this.ask());
    }

    followWidth(wide) {
      const follow = () => (this.details.open = wide.matches);
      wide.addEventListener("change", follow);
      follow();
    }

    get isOpen() {
      return this.details.open;
    }

    // The names of the facets that a reader has open: those whose counts are wanted.
    get wanted() {
      return this.isOpen ? Array.from(this.facets.keys()).filter((name) => this.facets.get(name).isOpen) : [];
    }

    ask() {
      if (this.counted && this.wanted.some((name) => !this.counted.has(name))) this.onOpen();
    }

    // Shows what a search gave; what is not given stays as it was.
    // years: [year, hits] for the bars; with them, counts are those of an earlier search. counts: by facet, [code, name, hits].
    // names: by facet, [code, name] of what is chosen. total: how many cables were found.
    show({ years, counts = {}, names = {}, filters, total }) {
      if (years) this.counted = new Set();
      this.filters = filters;
      if (years) this.years.show(years, filters.from, filters.to);
      this.dates.show(filters.from, filters.to);
      for (const [facet, values] of Object.entries(counts)) {
        this.counted.add(facet);
        this.facets.get(facet).show(values, filters[facet] || [], total);
      }
      this.learn(names);
      this.learn(counts);
      this.chips(filters);
    }

    learn(values) {
      for (const [facet, some] of Object.entries(values)) {
        if (!this.facets.get(facet).onlyNames) continue;
        for (const [code, name] of some) if (name) this.chosen.learn(facet, code, name);
      }
    }

    // Shows what is chosen, each as a button that removes it.
    chips(filters) {
      const isLost = this.chosen.show(filters);
      const codes = Array.from(this.facets.keys()).flatMap((facet) => filters[facet] || []);
      const on = codes.length + (filters.from || filters.to ? 1 : 0);
      this.summary.textContent = on ? cablepress.say("script.filters_on", { count: on }) : "";
      if (isLost) this.element.focus();
    }

    // A second change may come before the first is searched for, and builds on it.
    change(some) {
      this.filters = { ...this.filters, ...some };
      this.chips(this.filters);
      this.onChange(this.filters);
    }
  };
})();
