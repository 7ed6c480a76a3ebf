// What was loaded and may be wanted again, as much of it as memory should hold.
"use strict";

(function () {
  // most: of whatever `size` counts; what was not asked for longest goes first, and what came last stays.
  cablepress.Recent = class {
    constructor(most) {
      this.most = most;
      this.size = 0;
      this.kept = new Map();
    }

    get(name) {
      const known = this.kept.get(name);
      if (!known) return undefined;
      this.kept.delete(name); // and to the end of the row
      this.kept.set(name, known);
      return known.value;
    }

    set(name, value, size = 1) {
      this.forget(name);
      this.kept.set(name, { value, size });
      this.size += size;
      for (const oldest of this.kept.keys()) {
        if (this.size <= this.most || oldest === name) break;
        this.forget(oldest);
      }
    }

    forget(name) {
      if (this.kept.has(name)) this.size -= this.kept.get(name).size;
      this.kept.delete(name);
    }
  };
})();
