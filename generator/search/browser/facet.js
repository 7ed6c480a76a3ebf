// The values of a facet as checkboxes with counts: the most frequent ones, and on demand all, to be narrowed by typing.
"use strict";

(function () {
  const FEW = 8;

  // element: the facet's <details>, as themes/default/_filters.html has it. onChange: hears the codes that are chosen.
  cablepress.Facet = class {
    constructor(element, onChange) {
      this.element = element;
      this.list = element.querySelector("ul");
      this.all = element.querySelector("button");
      this.narrow = element.querySelector("input");
      this.onlyNames = element.hasAttribute("data-only-names");
      this.values = [];
      this.chosen = [];
      this.items = new Map();
      this.isWhole = false;
      this.list.addEventListener("change", () => onChange(this.choice()));
      this.all.addEventListener("click", () => this.toggle());
      this.narrow.addEventListener("input", () => this.draw());
    }

    get isOpen() {
      return this.element.open;
    }

    // values: [code, name, hits], the most frequent first. chosen: codes. total: how many hits there are.
    show(values, chosen, total) {
      this.values = values;
      this.chosen = chosen;
      const [only] = values;
      // One value that all hits have leaves nothing to choose.
      this.element.hidden = !only || (values.length === 1 && !chosen.length && only[2] === total);
      this.draw();
    }

    // Gives the codes that are chosen: those of values that are not on the list now stay as they are.
    choice() {
      const boxes = Array.from(this.list.querySelectorAll("input"));
      const shown = new Set(boxes.map((box) => box.value));
      return [...this.chosen.filter((code) => !shown.has(code)), ...boxes.filter((box) => box.checked).map((box) => box.value)];
    }

    toggle() {
      this.isWhole = !this.isWhole;
      this.narrow.value = "";
      this.draw();
      if (this.isWhole) this.narrow.focus();
    }

    // Items are moved, not made anew, and the one with the focus keeps it.
    draw() {
      const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
      const shown = this.shown();
      const items = shown.map((value) => this.item(value));
      if (items.length !== this.list.children.length || items.some((item, place) => item !== this.list.children[place])) {
        this.list.replaceChildren(...items);
        if (focused && focused.isConnected) focused.focus();
        else if (focused) (this.list.querySelector("input") || this.all).focus();
      }
      const isLong = this.values.length > FEW;
      this.list.classList.toggle("whole", this.isWhole && isLong);
      this.narrow.hidden = !this.isWhole || !isLong;
      this.all.hidden = !isLong;
      this.all.setAttribute("aria-expanded", String(this.isWhole));
      this.all.textContent = this.isWhole
        ? cablepress.say("script.show_fewer")
        : cablepress.say("script.show_all", { count: this.values.length });
    }

    // The whole list keeps its order, as moving what a reader just chose would lose the place; the short one has the chosen first.
    shown() {
      if (this.isWhole) {
        const words = this.narrow.value.toLowerCase().split(/\s+/).filter(Boolean);
        return this.values.filter(([code, name]) => words.every((word) => `${code} ${name}`.toLowerCase().includes(word)));
      }
      const isChosen = ([code]) => this.chosen.includes(code);
      const first = this.values.filter(isChosen);
      const others = this.values.filter((value) => !isChosen(value));
      return [...first, ...others.slice(0, Math.max(0, FEW - first.length))];
    }

    item([code, name, hits]) {
      if (!this.items.has(code)) this.items.set(code, this.make(code, name));
      const item = this.items.get(code);
      item.querySelector("input").checked = this.chosen.includes(code);
      item.querySelector(".hits").firstChild.data = cablepress.number(hits);
      item.querySelector(".unseen").textContent = ` ${cablepress.say("script.of_count", { count: hits })}`;
      item.classList.toggle("none", hits === 0);
      return item;
    }

    make(code, name) {
      const item = document.createElement("li");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = code;
      const text = cablepress.element("span", "", this.onlyNames ? name || code : code);
      if (name && !this.onlyNames) text.append(" ", cablepress.element("small", "", name));
      const hits = cablepress.element("span", "hits", "0");
      hits.append(cablepress.element("span", "unseen", ""));
      label.append(box, " ", text, " ", hits);
      item.append(label);
      return item;
    }
  };
})();
