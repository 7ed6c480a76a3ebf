// The search engine: a query in, ranked cables out, by the real lunr.js.
//
// Lunr scores a document by the terms of the query alone, so a small index of those terms, and of the cables that are shown,
// gives the same results and scores as one whole index. It is put together here for each query and handed to Lunr.
"use strict";

(function () {
  const MOST_DOCUMENTS = 200; // files of them, in memory
  const FIRST = 10; // results that are shown while files are on their way
  const PATIENCE = 700; // milliseconds until then

  // load: gives a promise of the text of a file of the search, by its name, and a number that makes its address another one.
  cablepress.Engine = class {
    constructor(load) {
      this.load = load;
      this.edition = new Edition(load);
    }

    // Gives what a query finds; see Edition.
    search(text, options) {
      return this.ask((edition) => edition.search(text, options));
    }

    // Gives the cables whose reference id a text is, in any spelling.
    named(text) {
      return this.ask((edition) => edition.named(text));
    }

    // Asks again, once, where the site has been published anew meanwhile: files are then not those that the contents mean,
    // and those must not come from the browser's cache.
    async ask(question) {
      const { edition } = this;
      try {
        return await question(edition);
      } catch (error) {
        if (!error.isOfAnotherBuild) throw error;
        if (this.edition === edition) this.edition = new Edition(this.load, Date.now());
        return question(this.edition);
      }
    }
  };

  // The index as one build has printed it.
  class Edition {
    constructor(load, version) {
      this.load = load;
      this.version = version;
      this.documents = new cablepress.Recent(MOST_DOCUMENTS);
      this.last = null;
    }

    async open() {
      if (!this.contents) {
        this.contents = JSON.parse(cablepress.text(await this.bytes("index", this.version, null)));
        const load = (name, seal, meant) => this.bytes(name, seal, meant);
        this.shards = new cablepress.Shards(this.contents, load);
        this.phrases = new cablepress.Phrases(this.contents, this.shards, load);
        this.columns = new cablepress.Columns(this.contents, load);
      }
    }

    // Gives a promise of the bytes of a file, by its name and seal, or of data in several parts, by its name, and seal and number.
    //
    // meant: the seal that is in the file, or a promise of it, if it is not the one in the address; null for any.
    async bytes(name, seal, meant = seal) {
      if (Array.isArray(seal)) return this.parts(name, ...seal);
      const [text, sealed] = await Promise.all([this.load(name, seal), meant]).catch((error) => {
        throw Object.assign(error, { isOfAnotherBuild: name !== "index" }); // that may have no such file
      });
      try {
        return await cablepress.unpack(text, sealed);
      } catch (error) {
        throw unreadable(name, error);
      }
    }

    async parts(name, seal, count) {
      const names = Array.from({ length: count }, (_, part) => (part ? `${name}-${part}` : name));
      return cablepress.joined(await Promise.all(names.map((each) => this.bytes(each, seal))));
    }

    // Gives what a query finds:
    // `total`, how many cables, and `results`, those from place `from` on, `count` at most; `years`, `names` and `counts`, see
    // columns.js; `missing`, words that no cable has, and `ignored`, words that the index leaves out; `named`, the cables whose
    // reference id the query is; and where nothing is found `suggestion`, another query.
    //
    // order: "relevance", "newest" or "oldest". filters: see columns.js. facets: those to count. early: hears of first results
    // while files are on their way.
    async search(text, options = {}) {
      const { from = 0, count = 25, order = "relevance", filters = {}, facets = [], suggest = true } = options;
      await this.open();
      if (!this.last || this.last.text !== text) this.last = { text, found: await this.find(text, options) };
      const { found } = this.last;
      const { hits } = found.ranked;
      const [{ kept, years, names }, counts] = await Promise.all([
        this.columns.keep(hits, filters),
        this.columns.count(hits, filters, facets),
      ]);
      const [results, named] = await Promise.all([this.results(found, kept, order, from, count), this.named(text)]);
      const asksForWords = found.clauses.some((clause) => clause.term); // without one, no other query finds more
      const isLost = suggest && asksForWords && !kept.length && !hits.length && !named.length;
      const suggestion = isLost ? await cablepress.suggest(text, found.missing, this.shards) : "";
      const { missing, ignored } = found;
      return { total: kept.length, results, years, names, counts, missing, ignored, named, suggestion };
    }

    async named(text) {
      const ids = cablepress.idsIn(text);
      if (!ids.length) return [];
      await this.open();
      const cables = cablepress.cablesNamed(ids, await this.shards.find(new Set(ids), () => {}), this.contents.fields);
      return Promise.all(cables.map((cable) => this.document(cable)));
    }

    // Gives some of the results: each with its `cable`, its `score`, and what of it is `sought`: terms, and phrases, whose words
    // do not count apart.
    async results({ clauses, terms, ranked, weights, phrases }, hits, order, from, count) {
      const { fields, years } = this.contents;
      const [, undated] = years[years.length - 1];
      const cables = cablepress.page({ ...ranked, hits }, order, from, from + count, undated);
      const documents = new Map(await Promise.all(cables.map(async (cable) => [cable, await this.document(cable)])));
      const answer = cablepress.askLunr(fields, clauses, terms, cables, weights);
      const matches = new Map(answer.map((match) => [Number(match.ref), match]));
      const loose = new Set(clauses.filter((clause) => !clause.inPhrase).flatMap((clause) => clause.terms));
      const inOrder = order === "relevance" ? Array.from(matches.keys()) : cables;
      return inOrder.map((cable) => {
        const { score, matchData } = matches.get(cable);
        const soughtTerms = Object.keys(matchData.metadata).filter((term) => loose.has(term));
        return { cable: documents.get(cable), score, sought: { terms: new Set(soughtTerms), phrases } };
      });
    }

    async find(text, { filters = {}, progress = () => {}, early }) {
      const { clauses, phrases } = cablepress.readQuery(text, this.contents.fields);
      const expanded = await cablepress.expand(clauses, this.shards, progress);
      const wanted = new Set([...expanded.flat(), ...phrases.flatMap((phrase) => phrase.words.map(cablepress.term))]);
      const isEarly = early && !phrases.length;
      let isFound = false;
      const tell = (some) => isFound || early(some);
      const soFar = isEarly ? setTimeout(() => this.rankSoFar(clauses, wanted, filters, tell).catch(() => {}), PATIENCE) : 0;
      try {
        const [known, weights] = await Promise.all([this.shards.find(wanted, progress), this.weights()]);
        const holding = await Promise.all(phrases.map((phrase) => this.phrases.find(phrase, known)));
        const found = this.rank(clauses, phrases, known, weights);
        phrases.forEach((phrase, number) => {
          found.ranked.hits = found.ranked.hits.filter((cable) => holding[number][cable] !== Number(phrase.prohibited));
        });
        return { ...found, missing: missingOf(clauses, known), ignored: ignoredOf(clauses) };
      } finally {
        isFound = true;
        clearTimeout(soFar);
      }
    }

    // Gives first results by what has come; without the lengths of bodies, as if all were of average length.
    async rankSoFar(clauses, wanted, filters, early) {
      const known = this.shards.known(wanted);
      const found = this.rank(clauses, [], known, this.known || new cablepress.Weights(this.contents, null));
      const { kept } = await this.columns.keep(found.ranked.hits, filters);
      const results = await this.results(found, kept, "relevance", 0, FIRST);
      if (results.length) early({ results });
    }

    rank(clauses, phrases, known, weights) {
      const set = lunr.TokenSet.fromArray(Array.from(known.keys()).sort());
      const meant = clauses.map((clause) => ({
        ...clause,
        terms: clause.term ? set.intersect(lunr.TokenSet.fromClause(clause)).toArray() : [],
      }));
      const used = new Set(meant.flatMap((clause) => clause.terms));
      const terms = new Map(Array.from(known).filter(([word]) => used.has(word)));
      const sought = phrases.filter((phrase) => !phrase.prohibited).map((phrase) => phrase.words);
      const ranked = cablepress.rank(meant, terms, this.contents.fields, weights);
      return { clauses: meant, terms, weights, phrases: sought, ranked };
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
      const { cablesInAFile: size, filesSealed, documents } = this.contents;
      const number = Math.floor(cable / size);
      let columns = this.documents.get(number);
      if (!columns) {
        columns = JSON.parse(cablepress.text(await this.bytes(`d/${number}`, documents[Math.floor(number / filesSealed)])));
        this.documents.set(number, columns);
      }
      const [id, address, date, sender, subject, classification] = columns.map((column) => column[cable % size]);
      return { id, address, date, sender, subject, classification };
    }
  }

  function unreadable(name, cause) {
    const message = cablepress.say("script.another_build", { file: `search/${name}.js`, cause: cause.message });
    return Object.assign(new Error(message), { isOfAnotherBuild: true });
  }

  // Gives the words of a query that no cable has.
  function missingOf(clauses, known) {
    const isWord = (clause) => clause.term && !clause.editDistance && !clause.term.includes("*");
    const isMissing = (clause) => isWord(clause) && clause.presence !== lunr.Query.presence.PROHIBITED && !known.has(clause.term);
    return Array.from(new Set(clauses.filter(isMissing).map((clause) => clause.said)));
  }

  function ignoredOf(clauses) {
    return clauses.filter((clause) => clause.term === "").map((clause) => clause.said);
  }
})();
