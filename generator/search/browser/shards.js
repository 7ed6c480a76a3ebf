// The index in its shards: which of them hold a term, and what they say of it (see generator/search/shards.py).
"use strict";

(function () {
  const MOST_BYTES = 64e6; // of opened shards in memory

  // contents: of search/index.js. load: gives a promise of the bytes of a file, by its name and the seal in its address, and, if
  // that is another one, the seal in the file.
  cablepress.Shards = class {
    constructor(contents, load) {
      this.load = load;
      this.fields = contents.fields;
      this.body = contents.fields.indexOf("body");
      this.all = contents.firsts.flatMap((firsts, range) =>
        firsts.map((first, number) => ({ first, name: `t/${range}-${number}`, range, number })),
      );
      this.firsts = contents.firsts.map((firsts) => firsts[0]);
      this.seals = contents.ranges;
      this.catalogues = new Map(); // promises of them, by range
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
        this.firsts.map(async (_, range) => {
          const lexicon = await this.lexicon(range);
          progress((done += 1), this.firsts.length);
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
      const [terms, forms, rows] = cablepress.streams(await this.whole(`l/${range}`, (await this.catalogue(range)).lexicon), 3);
      return { terms: lines(terms), forms: lines(forms), rows };
    }

    // Gives the forms of each term of a range, by their letters.
    async formsOfTerms(range) {
      const [forms] = cablepress.streams(await this.whole(`f/${range}`, (await this.catalogue(range)).forms), 2);
      return lines(forms).map((line) => line.split(" "));
    }

    // Gives the number of each form of the terms of a range, by form: a form has one term.
    async forms(range) {
      return new Map((await this.formsOfTerms(range)).flatMap((forms) => forms.map((form, number) => [form, number])));
    }

    // Gives the bytes of what may be in several files, by the seal of each.
    async whole(name, seals) {
      return cablepress.joined(
        await Promise.all(seals.map((seal, part) => this.load(part ? `${name}-${part}` : name, seal))),
      );
    }

    // Gives a promise of what is known of the files of a range (see generator/search/catalogues.py); one that failed is loaded
    // again the next time.
    catalogue(range) {
      if (!this.catalogues.has(range)) {
        const opened = this.load(`r/${range}`, this.seals[range]).then(readCatalogue);
        opened.catch(() => this.catalogues.delete(range));
        this.catalogues.set(range, opened);
      }
      return this.catalogues.get(range);
    }

    async open(shard) {
      const known = this.opened.get(shard.name);
      if (known) return known;
      const catalogue = this.catalogue(shard.range);
      // Its address has the seal of the range, which is known at once, so that it is loaded along with the catalogue.
      const bytes = await this.load(shard.name, this.seals[shard.range], catalogue.then(({ shards }) => shards[shard.number]));
      const terms = this.decode(bytes, shard, (await catalogue).pieces[shard.number]);
      const size = Array.from(terms.values()).reduce((sum, term) => sum + term.cables.byteLength * 5, 0);
      this.opened.set(shard.name, terms, size);
      return terms;
    }

    // Gives what a shard says of each of its terms: for each field where its rows end, the cables of the rows, how often it
    // is in them, how long short fields are, and in which files it says where.
    //
    // pieces: of the files that hold where the terms occur the seals and how many places they have.
    decode(bytes, { name, range }, pieces) {
      const fields = this.fields.length;
      const streams = cablepress.streams(bytes, 5 + fields);
      const words = lines(streams[0]);
      const met = cablepress.numbers(streams[1]);
      const rows = streams.slice(2, 2 + fields).map(cablepress.numbers);
      const [steps, counts, lengths] = streams.slice(2 + fields).map(cablepress.numbers);
      let end = 0;
      const files = pieces.map(({ seal, places }, number) => {
        const begin = end;
        return { name: `${name.replace("t/", "p/")}-${number}`, begin, end: (end += places), seal };
      });
      const terms = new Map();
      let at = 0;
      let short = 0;
      let placed = 0;
      words.forEach((word, place) => {
        const start = at;
        const ends = rows.map((count) => (at += count[place]));
        const term = { met: met[place], ends: ends.map((end) => end - start), cables: steps.subarray(start, at),
          counts: counts.subarray(start, at), lengths: undefined, placed, files, range };
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

  function readCatalogue(bytes) {
    const [seals, ...numbers] = cablepress.streams(bytes, 4);
    const [piecesOf, places, [lexicon, forms]] = numbers.map(cablepress.numbers);
    const view = new DataView(seals.buffer, seals.byteOffset, seals.byteLength);
    let at = 0;
    const take = (count) => Array.from({ length: count }, () => view.getUint32(4 * at++, true));
    const shards = take(piecesOf.length);
    let piece = 0;
    const pieces = Array.from(piecesOf, (count) => take(count).map((seal) => ({ seal, places: places[piece++] })));
    return { shards, pieces, lexicon: take(lexicon), forms: take(forms) };
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
