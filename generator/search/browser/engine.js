// The search engine: a query in, ranked cables out, by the real lunr.js.
//
// Lunr scores a document by the terms of the query alone, so a small index of those terms, and of the cables that are shown,
// gives the same results and scores as one whole index. It is put together here for each query and handed to Lunr.
"use strict";

(function () {
  const FIRST = 10; // results that are shown while files are on their way
  const PATIENCE = 700; // milliseconds until then

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
        const load = (name, crc) => this.bytes(name, crc);
        this.shards = new cablepress.Shards(this.contents, load);
        this.phrases = new cablepress.Phrases(this.contents, load);
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

    // Gives `total`, how many cables a query finds, and `results`, those from place `from` on, `count` at most; `missing`, words
    // that no cable has; `named`, the cables whose reference id the query is; where nothing is found, `suggestion`, another query.
    //
    // order: "relevance", "newest" or "oldest". early: hears of first results while files are on their way.
    async search(text, { from = 0, count = 25, order = "relevance", progress = () => {}, early } = {}) {
      await this.open();
      if (!this.last || this.last.text !== text) this.last = { text, found: await this.find(text, progress, early) };
      const found = this.last.found;
      const named = await Promise.all(found.named.map((cable) => this.document(cable)));
      const total = found.ranked.hits.length;
      const suggestion = total || named.length ? "" : await cablepress.suggest(text, found.missing, this.shards);
      return { total, results: await this.results(found, order, from, count), missing: found.missing, named, suggestion };
    }

    async results({ clauses, terms, ranked, weights }, order, from, count) {
      const cables = cablepress.page(ranked, order, from, from + count);
      const matches = new Map(cablepress.askLunr(this.contents.fields, clauses, terms, cables, weights).map((match) => [Number(match.ref), match]));
      const documents = await Promise.all(cables.map((cable) => this.document(cable)));
      const inOrder = order === "relevance" ? Array.from(matches.keys()) : cables;
      return inOrder.map((cable, place) => ({
        cable: documents[cables.indexOf(cable)],
        score: matches.get(cable).score,
        words: wordsOf(matches.get(cable)),
        place: from + place,
      }));
    }

    async find(text, progress, early) {
      const fields = this.contents.fields;
      const { clauses, phrases } = cablepress.readQuery(text, fields);
      const expanded = await cablepress.expand(clauses, this.shards, progress);
      const ids = cablepress.idsIn(text);
      const unmeant = new Set([...phrases.flatMap((phrase) => phrase.words.map(cablepress.term)), ...ids]);
      const wanted = new Set([...expanded.flat(), ...unmeant]);
      const soFar = early && !phrases.length ? setTimeout(() => this.rankSoFar(clauses, wanted, early), PATIENCE) : 0;
      try {
        const [known, weights] = await Promise.all([this.shards.find(wanted, progress), this.weights()]);
        const holding = await Promise.all(phrases.map((phrase) => this.phrases.find(phrase, known)));
        const named = cablepress.cablesNamed(ids, known, fields);
        const found = this.rank(clauses, known, weights);
        phrases.forEach((phrase, number) => {
          found.ranked.hits = found.ranked.hits.filter((cable) => holding[number][cable] !== Number(phrase.prohibited));
        });
        return { ...found, named, missing: missingOf(clauses, known) };
      } finally {
        clearTimeout(soFar);
      }
    }

    // Gives first results by what has come; without the lengths of bodies, as if all were of average length.
    async rankSoFar(clauses, wanted, early) {
      const known = this.shards.known(wanted);
      const found = this.rank(clauses, known, this.known || new cablepress.Weights(this.contents, null));
      const results = await this.results(found, "relevance", 0, FIRST);
      if (results.length) early({ total: found.ranked.hits.length, results });
    }

    rank(clauses, known, weights) {
      const set = lunr.TokenSet.fromArray(Array.from(known.keys()).sort());
      const meant = clauses.map((clause) => ({
        ...clause,
        terms: clause.term ? set.intersect(lunr.TokenSet.fromClause(clause)).toArray() : [],
      }));
      const used = new Set(meant.flatMap((clause) => clause.terms));
      const terms = new Map(Array.from(known).filter(([word]) => used.has(word)));
      return { clauses: meant, terms, weights, ranked: cablepress.rank(meant, terms, this.contents.fields, weights) };
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

  // Gives the words of a query that no cable has.
  function missingOf(clauses, known) {
    const isWord = (clause) => clause.term && !clause.editDistance && !clause.term.includes("*");
    const isMissing = (clause) => isWord(clause) && clause.presence !== lunr.Query.presence.PROHIBITED && !known.has(clause.term);
    return Array.from(new Set(clauses.filter(isMissing).map((clause) => clause.said)));
  }

  function wordsOf(match) {
    return Object.entries(match.matchData.metadata).map(([term, fields]) => ({ term, fields: Object.keys(fields) }));
  }
})();
