// What was loaded and may be wanted again, as much of it as memory should hold.
"use strict";

(function () {
  // most: how many bytes; what was not asked for longest goes first, and what came last stays.
  cablepress.Recent = class {
    constructor(most) {
      this.most = most;
      this.bytes = 0;
      this.kept = new Map();
    }

    get(name) {
      const known = this.kept.get(name);
      if (!known) return undefined;
      this.kept.delete(name); // and to the end of the row
      this.kept.set(name, known);
      return known.value;
    }

    set(name, value, bytes) {
      if (this.kept.has(name)) this.bytes -= this.kept.get(name).bytes;
      this.kept.delete(name);
      this.kept.set(name, { value, bytes });
      this.bytes += bytes;
      for (const [oldest, known] of this.kept) {
        if (this.bytes <= this.most || oldest === name) break;
        this.kept.delete(oldest);
        this.bytes -= known.bytes;
      }
    }
  };
})();
