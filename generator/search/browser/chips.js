// What is chosen, above the results: a button for each filter, which removes it.
"use strict";

(function () {
  // element: a list. headings: what each facet is called. onChange: hears what a reader leaves, as far as it changed.
  cablepress.Chips = class {
    constructor(element, headings, onChange) {
      this.element = element;
      this.headings = headings;
      this.onChange = onChange;
      this.titles = new Map();
    }

    // Learns what a code is called, where readers do not know it by its code.
    learn(facet, code, title) {
      this.titles.set(`${facet}/${code}`, title);
    }

    // The focus, where it was on one that is gone, goes to the one now in its place, or the last one.
    show(filters) {
      const before = Array.from(this.element.querySelectorAll("button"));
      const place = before.indexOf(document.activeElement);
      this.element.replaceChildren(...this.made(filters));
      const now = Array.from(this.element.querySelectorAll("button"));
      if (place >= 0 && now.length) now[Math.min(place, now.length - 1)].focus();
      this.element.hidden = !now.length;
      return place >= 0 && !now.length; // the focus was here and is lost
    }

    made(filters) {
      const chips = [];
      if (filters.from || filters.to) chips.push(this.chip(said(filters), () => this.onChange({ from: "", to: "" })));
      const none = { from: "", to: "" };
      for (const [facet, heading] of this.headings) {
        none[facet] = [];
        const codes = filters[facet] || [];
        for (const code of codes) {
          const title = this.titles.get(`${facet}/${code}`) || code;
          const text = `${heading} ${title}`; // not one within the other: what makes scripts small would damage it
          chips.push(this.chip(text, () => this.onChange({ [facet]: codes.filter((other) => other !== code) })));
        }
      }
      if (chips.length > 1) chips.push(item(cablepress.say("script.remove_all"), "", () => this.onChange(none)));
      return chips;
    }

    chip(text, remove) {
      const chip = item(text, "chip", remove);
      const cross = cablepress.element("span", "", "×");
      cross.setAttribute("aria-hidden", "true");
      chip.firstChild.append(" ", cross);
      chip.firstChild.setAttribute("aria-label", cablepress.say("script.remove_filter", { filter: text }));
      return chip;
    }
  };

  function said({ from, to }) {
    if (!to) return cablepress.say("script.from", { from });
    if (!from) return cablepress.say("script.to", { to });
    return from === to ? cablepress.say("script.on", { from }) : cablepress.say("script.from_to", { from, to });
  }

  function item(text, className, action) {
    const button = cablepress.element("button", className || "plain", text);
    button.type = "button";
    button.addEventListener("click", action);
    const line = cablepress.element("li");
    line.append(button);
    return line;
  }
})();
