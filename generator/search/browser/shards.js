// The index in its shards: which of them hold a term, and what they say of it (see generator/search/shards.py).
"use strict";

(function () {
  const MOST_BYTES = 64e6; // of opened shards in memory

  // contents: of search/index.js. load: gives a promise of the bytes of a file, by its name and seal.
  cablepress.Shards = class {
    constructor(contents, load) {
      this.load = load;
      this.fields = contents.fields;
      this.body = contents.fields.indexOf("body");
      this.all = contents.firsts.flatMap((firsts, range) =>
        firsts.map((first, number) => ({ first, name: `t/${range}-${number}`, seal: contents.shards[range] })),
      );
      this.firsts = contents.firsts.map((firsts) => firsts[0] || "");
      this.lexicons = contents.lexicon.map((seal, range) => ({ name: `l/${range}`, seal }));
      this.opened = new cablepress.Recent(MOST_BYTES);
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
      return gathered(terms, opened);
    }

    // Gives what is known by now of those of `terms` whose shards have all been loaded.
    known(terms) {
      const ready = Array.from(terms).filter((term) => this.holding(term).every((shard) => this.opened.get(shard.name)));
      const shards = new Set(ready.flatMap((term) => this.holding(term).map((shard) => this.opened.get(shard.name))));
      return gathered(ready, Array.from(shards));
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
        this.lexicons.map(async (_, range) => {
          const lexicon = await this.lexicon(range);
          progress((done += 1), this.lexicons.length);
          return lexicon.terms;
        }),
      );
    }

    // Gives the ranges that may have terms which begin with a prefix.
    rangesBeginningWith(prefix) {
      const last = this.firsts.length - 1;
      return this.firsts.flatMap((first, range) =>
        first <= prefix + "\uffff" && (range === last || this.firsts[range + 1] >= prefix) ? [range] : [],
      );
    }

    // Gives the terms of a range; of each its most frequent form, where it is another word, and how many rows it has, as
    // a power of two.
    async lexicon(range) {
      const file = this.lexicons[range];
      const [terms, forms, rows] = cablepress.streams(await this.load(file.name, file.seal), 3);
      return { terms: rows.length ? lines(terms) : [], forms: lines(forms), rows };
    }

    async open(shard) {
      const known = this.opened.get(shard.name);
      if (known) return known;
      const terms = this.decode(await this.load(shard.name, shard.seal), shard.name.replace("t/", "p/"));
      const bytes = Array.from(terms.values()).reduce((sum, term) => sum + term.cables.byteLength * 5, 0);
      this.opened.set(shard.name, terms, bytes);
      return terms;
    }

    // Gives what a shard says of each of its terms: for each field where its rows end, the cables of the rows, how often it
    // is in them, how long short fields are, and in which files it says where.
    //
    // places: what the names of the files begin with that hold where the terms occur.
    decode(bytes, places) {
      const fields = this.fields.length;
      const streams = cablepress.streams(bytes, 6 + fields);
      const words = lines(streams[0]);
      const met = cablepress.numbers(streams[1]);
      const rows = streams.slice(2, 2 + fields).map(cablepress.numbers);
      const [steps, counts, lengths, pieces] = streams.slice(2 + fields).map(cablepress.numbers);
      const files = Array.from({ length: pieces.length / 2 }, (_, number) => ({
        name: `${places}-${number}`,
        begin: number ? pieces[2 * number - 2] : 0,
        end: pieces[2 * number],
        seal: pieces[2 * number + 1],
        first: 0, // of its terms, by place in the shard
      }));
      const terms = new Map();
      let at = 0;
      let short = 0;
      let placed = 0;
      words.forEach((word, place) => {
        const start = at;
        for (const file of files) if (file.begin >= placed) file.first = place;
        const ends = rows.map((count) => (at += count[place]));
        const term = { met: met[place], ends: ends.map((end) => end - start), cables: steps.subarray(start, at),
          counts: counts.subarray(start, at), lengths: undefined, place, placed, files };
        term.parts = [term];
        const beforeBody = term.ends[this.body] - rows[this.body][place];
        term.lengths = lengths.subarray(short, (short += beforeBody));
        term.ends.reduce((from, end) => {
          for (let row = from + 1; row < end; row += 1) term.cables[row] += term.cables[row - 1];
          return end;
        }, 0);
        for (let row = 0; row < term.counts.length; row += 1) placed += term.counts[row] += 1;
        terms.set(word, term);
      });
      return terms;
    }
  };

  // Puts together what shards, in their order, say of terms.
  function gathered(terms, shards) {
    const parts = new Map();
    for (const shard of shards) {
      for (const term of terms) {
        const part = shard.get(term);
        if (part) parts.set(term, [...(parts.get(term) || []), part]);
      }
    }
    return new Map(Array.from(parts, ([term, some]) => [term, some.length > 1 ? joined(some) : some[0]]));
  }

  function lines(bytes) {
    return cablepress.text(bytes).split("\n");
  }

  // Puts the parts of a term together. Fields follow each other in every part.
  function joined(parts) {
    const rows = parts.reduce((sum, part) => sum + part.cables.length, 0);
    const term = { met: parts[0].met, ends: [], cables: new Uint32Array(rows), counts: new Uint32Array(rows), lengths: null, parts };
    term.lengths = new Uint32Array(parts.reduce((sum, part) => sum + part.lengths.length, 0));
    let at = 0;
    parts[0].ends.forEach((_, field) => {
      for (const part of parts) {
        const from = field ? part.ends[field - 1] : 0;
        term.cables.set(part.cables.subarray(from, part.ends[field]), at);
        term.counts.set(part.counts.subarray(from, part.ends[field]), at);
        term.lengths.set(part.lengths.subarray(from, part.ends[field]), Math.min(at, term.lengths.length));
        at += part.ends[field] - from;
      }
      term.ends.push(at);
    });
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
