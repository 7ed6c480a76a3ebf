// The index in its shards: which of them hold a term, and what they say of it (see generator/search/shards.py).
"use strict";

(function () {
  const MOST_BYTES = 64e6; // of opened shards in memory; those not asked for longest go first

  // contents: of search/index.js. load: gives a promise of the bytes of a file, by its name and CRC.
  cablepress.Shards = class {
    constructor(contents, load) {
      this.load = load;
      this.fields = contents.fields;
      this.body = contents.fields.indexOf("body");
      this.all = contents.firsts.flatMap((firsts, range) =>
        firsts.map((first, number) => ({ first, name: `t/${range}-${number}`, crc: contents.shards[range][number] })),
      );
      this.lexicons = contents.lexicon.map((crc, range) => ({ name: `l/${range}`, crc }));
      this.opened = new Map();
      this.bytes = 0;
    }

    // Gives what is known of the terms that the index has among `terms`, by term; `progress` hears how many files are there.
    async find(terms, progress) {
      const wanted = new Map();
      for (const term of terms) for (const shard of this.holding(term)) wanted.set(shard.name, shard);
      let done = 0;
      const opened = await Promise.all(
        Array.from(wanted.values(), async (shard) => {
          const found = await this.open(shard);
          progress((done += 1), wanted.size);
          return found;
        }),
      );
      const parts = new Map();
      for (const shard of opened) {
        for (const term of terms) {
          const part = shard.get(term);
          if (part) parts.set(term, [...(parts.get(term) || []), part]);
        }
      }
      return new Map(Array.from(parts, ([term, some]) => [term, some.length > 1 ? joined(some) : some[0]]));
    }

    // A term that is too common for one shard goes on in the next one, which begins with the same term.
    holding(term) {
      const after = firstThat(this.all.length, (place) => this.all[place].first > term);
      const from = firstThat(after, (place) => this.all[place].first >= term);
      return this.all.slice(from < after ? from : Math.max(0, after - 1), after);
    }

    // Gives all terms that begin with a prefix.
    async beginningWith(prefix, progress) {
      const end = prefix + "\uffff";
      const before = firstThat(this.all.length, (place) => this.all[place].first >= prefix);
      const after = firstThat(this.all.length, (place) => this.all[place].first > end);
      let done = 0;
      const some = this.all.slice(Math.max(0, before - 1), after);
      const found = await Promise.all(
        some.map(async (shard) => {
          const opened = await this.open(shard);
          progress((done += 1), some.length);
          return Array.from(opened.keys()).filter((term) => term.startsWith(prefix));
        }),
      );
      return Array.from(new Set(found.flat()));
    }

    // Gives all terms of the index, range by range.
    async everyTerm(progress) {
      let done = 0;
      return Promise.all(
        this.lexicons.map(async (file) => {
          const bytes = await this.load(file.name, file.crc);
          progress((done += 1), this.lexicons.length);
          return bytes.length ? cablepress.text(bytes).split("\n") : [];
        }),
      );
    }

    async open(shard) {
      const known = this.opened.get(shard.name);
      this.opened.delete(shard.name); // and to the end of the row: it was asked for last
      if (known) {
        this.opened.set(shard.name, known);
        return known.terms;
      }
      const terms = this.decode(await this.load(shard.name, shard.crc));
      const bytes = Array.from(terms.values()).reduce((sum, term) => sum + term.cables.byteLength * 5, 0);
      if (!this.opened.has(shard.name)) this.bytes += bytes;
      this.opened.set(shard.name, { terms, bytes });
      for (const [name, oldest] of this.opened) {
        if (this.bytes <= MOST_BYTES || name === shard.name) break;
        this.opened.delete(name);
        this.bytes -= oldest.bytes;
      }
      return terms;
    }

    decode(bytes) {
      const fields = this.fields.length;
      const streams = cablepress.streams(bytes, 5 + fields);
      const words = cablepress.text(streams[0]).split("\n");
      const met = cablepress.numbers(streams[1]);
      const rows = streams.slice(2, 2 + fields).map(cablepress.numbers);
      const [steps, counts, lengths] = streams.slice(2 + fields).map(cablepress.numbers);
      const terms = new Map();
      let at = 0;
      let short = 0;
      words.forEach((word, place) => {
        const start = at;
        const ends = rows.map((count) => (at += count[place]));
        const term = { met: met[place], ends: ends.map((end) => end - start), cables: steps.subarray(start, at),
          counts: counts.subarray(start, at), lengths: undefined };
        const beforeBody = term.ends[this.body] - rows[this.body][place];
        term.lengths = lengths.subarray(short, (short += beforeBody));
        term.ends.reduce((from, end) => {
          for (let row = from + 1; row < end; row += 1) term.cables[row] += term.cables[row - 1];
          return end;
        }, 0);
        for (let row = 0; row < term.counts.length; row += 1) term.counts[row] += 1;
        terms.set(word, term);
      });
      return terms;
    }
  };

  // Puts the parts of a term together. Fields follow each other in every part.
  function joined(parts) {
    const rows = parts.reduce((sum, part) => sum + part.cables.length, 0);
    const term = { met: parts[0].met, ends: [], cables: new Uint32Array(rows), counts: new Uint32Array(rows), lengths: null };
    const lengths = [];
    let at = 0;
    parts[0].ends.forEach((_, field) => {
      for (const part of parts) {
        const from = field ? part.ends[field - 1] : 0;
        term.cables.set(part.cables.subarray(from, part.ends[field]), at);
        term.counts.set(part.counts.subarray(from, part.ends[field]), at);
        lengths.push(...part.lengths.subarray(from, part.ends[field]));
        at += part.ends[field] - from;
      }
      term.ends.push(at);
    });
    term.lengths = Uint32Array.from(lengths);
    return term;
  }

  // Gives the first place below `count` at which `is` holds, given that it holds at all later ones; else `count`.
  function firstThat(count, is) {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (is(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
})();
