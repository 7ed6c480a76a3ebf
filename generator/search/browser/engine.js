// The search engine: a query in, ranked cables out, by the real lunr.js.
//
// Lunr scores a document by the terms of the query alone, so a small index of those terms, and of the cables that are shown,
// gives the same results and scores as one whole index. It is put together here for each query and handed to Lunr.
"use strict";

(function () {
  // load: gives a promise of the text of a file of the search, by its name.
  cablepress.Engine = class {
    constructor(load) {
      this.load = load;
      this.documents = new Map();
      this.last = null;
    }

    async open() {
      if (!this.contents) {
        this.contents = await this.read();
        this.shards = new cablepress.Shards(this.contents, (name, crc) => this.bytes(name, crc));
      }
    }

    // Reads what the index holds: behind a line with the CRC of the rest.
    async read() {
      const bytes = await this.bytes("index");
      const line = bytes.indexOf(10);
      const contents = bytes.subarray(line + 1);
      if (cablepress.crc32(contents) !== Number(cablepress.text(bytes.subarray(0, Math.max(0, line))))) {
        throw unreadable("index", new Error("not the bytes that were meant"));
      }
      return JSON.parse(cablepress.text(contents));
    }

    async bytes(name, crc) {
      const text = await this.load(name, crc);
      try {
        return await cablepress.unpack(text, crc);
      } catch (error) {
        throw unreadable(name, error);
      }
    }

    // Gives `total`, how many cables a query finds, and `results`, those from place `from` on, `count` at most.
    async search(text, { from = 0, count = 25, progress = () => {} } = {}) {
      await this.open();
      if (!this.last || this.last.text !== text) this.last = { text, found: await this.find(text, progress) };
      const { clauses, terms, ranked } = this.last.found;
      const cables = cablepress.best(ranked, from, from + count);
      const matches = this.askLunr(clauses, terms, cables);
      const documents = await Promise.all(cables.map((cable) => this.document(cable)));
      return {
        total: ranked.hits.length,
        results: matches.map((match, place) => ({
          cable: documents[cables.indexOf(Number(match.ref))],
          score: match.score,
          words: wordsOf(match),
          place: from + place,
        })),
      };
    }

    async find(text, progress) {
      const fields = this.contents.fields;
      const clauses = cablepress.clauses(text, fields);
      const expanded = await cablepress.expand(clauses, this.shards, progress);
      const [terms, weights] = await Promise.all([this.shards.find(new Set(expanded.flat()), progress), this.weights()]);
      const set = lunr.TokenSet.fromArray(Array.from(terms.keys()).sort());
      for (const clause of clauses) clause.terms = clause.term ? set.intersect(lunr.TokenSet.fromClause(clause)).toArray() : [];
      const ranked = clauses.length
        ? cablepress.rank(clauses, terms, fields, weights)
        : { hits: new Uint32Array(0), scores: [], steps: [] };
      return { clauses, terms, ranked };
    }

    async weights() {
      if (!this.known) {
        const bodies = await this.bytes("lengths", this.contents.lengths);
        const [low, high] = cablepress.streams(bodies, 2);
        const lengths = cablepress.numbers(high).map((number, cable) => number * 256 + low[cable]);
        this.known = new cablepress.Weights(this.contents, lengths);
      }
      return this.known;
    }

    // Has the real Lunr rank some cables.
    askLunr(clauses, terms, cables) {
      if (!cables.length) return [];
      const fields = this.contents.fields;
      const wanted = new Set(cables);
      const inverted = Object.create(null);
      const vectors = Object.create(null);
      for (const cable of Array.from(cables).sort((a, b) => a - b)) {
        for (const name of fields) vectors[`${name}/${cable}`] = [];
      }
      cablepress.inOrderMet(terms).forEach((word, number) => {
        const term = terms.get(word);
        const weights = this.known.of(term);
        const posting = (inverted[word] = { _index: number });
        let row = 0;
        term.ends.forEach((end, field) => {
          const documents = (posting[fields[field]] = Object.create(null));
          for (; row < end; row += 1) {
            const cable = term.cables[row];
            if (!wanted.has(cable)) continue;
            documents[cable] = {};
            vectors[`${fields[field]}/${cable}`].push(number, weights[row]);
          }
        });
      });
      for (const ref of Object.keys(vectors)) vectors[ref] = new lunr.Vector(vectors[ref]);
      const index = new lunr.Index({
        invertedIndex: inverted,
        fieldVectors: vectors,
        tokenSet: lunr.TokenSet.fromArray(Object.keys(inverted).sort()),
        fields,
        pipeline: new lunr.Pipeline(),
      });
      return index.query((query) => {
        query.clauses = clauses;
      });
    }

    async document(cable) {
      const size = this.contents.cablesInAFile;
      const number = Math.floor(cable / size);
      if (!this.documents.has(number)) {
        const bytes = await this.bytes(`d/${number}`, this.contents.documents[number]);
        this.documents.set(number, JSON.parse(cablepress.text(bytes)));
        if (this.documents.size > 200) this.documents.delete(this.documents.keys().next().value);
      }
      const [id, address, date, sender, subject, classification] = this.documents.get(number).map((column) => column[cable % size]);
      return { id, address, date, sender, subject, classification };
    }
  };

  function unreadable(name, cause) {
    return new Error(`The file search/${name}.js is damaged or of another build (${cause.message}).`);
  }

  function wordsOf(match) {
    return Object.entries(match.matchData.metadata).map(([term, fields]) => ({ term, fields: Object.keys(fields) }));
  }
})();
