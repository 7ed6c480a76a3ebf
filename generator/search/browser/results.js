// The list of what a search found: of each cable what helps to choose, and a passage of its text.
"use strict";

(function () {
  const AHEAD = "200px"; // passages of results that are so near to the window are read, too

  // list: the element. root: the way to the site's folder.
  cablepress.Results = class {
    constructor(list, root) {
      this.list = list;
      this.root = root;
      this.waiting = new Map();
      this.observer = new IntersectionObserver((entries) => this.near(entries), { rootMargin: AHEAD });
    }

    clear() {
      this.observer.disconnect();
      this.waiting.clear();
      this.list.textContent = "";
    }

    add(results) {
      for (const { cable, sought } of results) this.list.append(this.item(cable, sought));
    }

    // Adds cables whose reference id was typed.
    addNamed(cables) {
      for (const cable of cables) this.list.append(this.item(cable, { terms: new Set(), phrases: [] }, cablepress.say("script.named")));
    }

    get count() {
      return this.list.children.length;
    }

    focus(place) {
      const item = this.list.children[place];
      if (item) item.querySelector("a").focus();
    }

    item(cable, sought, note) {
      const item = cablepress.element("li", "entry");
      const address = this.addressOf(cable, sought);
      const link = cablepress.element("a", "entry-subject", cable.subject || cablepress.say("cable.untitled", { id: cable.id }));
      link.href = address;
      const facts = cablepress.element("p", "entry-facts");
      for (const fact of [cable.date, cable.sender, cable.id]) if (fact) facts.append(cablepress.element("span", "fact", fact));
      if (cable.classification) {
        const level = cablepress.element("span", "", cable.classification);
        level.setAttribute("data-level", cable.classification);
        facts.append(level);
      }
      if (note) item.append(cablepress.element("p", "entry-note", note));
      item.append(link, facts);
      this.waiting.set(item, { address: this.root + cable.address, link: address, sought });
      this.observer.observe(item);
      return item;
    }

    // The address of a cable's page, which marks there what was sought.
    addressOf(cable, sought) {
      const mark = cablepress.encodeSought(sought);
      return this.root + cable.address + (mark && `?mark=${encodeURIComponent(mark)}`);
    }

    near(entries) {
      for (const { target, isIntersecting } of entries) {
        const wanted = this.waiting.get(target);
        if (!isIntersecting || !wanted) continue;
        this.waiting.delete(target);
        this.observer.unobserve(target);
        // A passage is a comfort: where it cannot be read, the result stands without.
        this.showPassage(target, wanted).catch(() => {});
      }
    }

    async showPassage(item, { address, link, sought }) {
      await cablepress.loadScript(`${this.root}search/marking.js`);
      const passage = cablepress.passage(await cablepress.readCable(address), sought);
      if (!passage) return;
      const text = cablepress.element("p", "passage");
      if (passage.before) text.append("… ");
      for (const piece of passage.pieces) text.append(piece.marked ? cablepress.element("mark", "", piece.text) : piece.text);
      if (passage.after) text.append(" …");
      if (passage.anchor) {
        const [, number = ""] = /^p(\d+)/.exec(passage.anchor) || []; // others have no number that a reader knows
        const place = cablepress.element("a", "passage-place", `¶ ${number}`.trim());
        place.href = `${link}#${passage.anchor}`;
        const values = { number, subject: item.querySelector("a").textContent };
        const label = number ? cablepress.say("script.paragraph", values) : cablepress.say("script.passage", values);
        place.setAttribute("aria-label", label);
        text.append(" ", place);
      }
      item.append(text);
    }
  };
})();
