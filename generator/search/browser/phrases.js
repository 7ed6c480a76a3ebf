// Exact phrases: which cables have some words one behind the other (see generator/search/places.py).
"use strict";

(function () {
  const MOST_BYTES = 64e6; // of opened places in memory
  const MOST_STOP_WORDS = 8; // in a row that are told apart, as in generator/search/stop_words.py

  cablepress.Phrases = class {
    // shards: see shards.js. load: gives a promise of the bytes of a file, by its name and seal.
    constructor(contents, shards, load) {
      this.shards = shards;
      this.load = load;
      this.fields = contents.fields;
      this.cables = contents.cables;
      this.stopWords = new Map(contents.stopWords.map((word, place) => [word, place + 1]));
      this.opened = new cablepress.Recent(MOST_BYTES);
      this.forms = new cablepress.Recent(MOST_BYTES);
    }

    // Gives an array with 1 for each cable that has a phrase.
    //
    // phrase: its `words`, and the `fields` to look in. terms: what is known of its terms, by term.
    async find(phrase, terms) {
      const holding = new Uint8Array(this.cables);
      const words = this.read(phrase.words);
      if (!words.every((word) => terms.has(word.term))) return holding;
      const rows = (word) => terms.get(word.term).cables.length;
      words.sort((a, b) => rows(a) - rows(b));
      for (const name of phrase.fields) {
        const field = this.fields.indexOf(name);
        let begins = this.cablesWithAll(words, terms, field);
        for (const word of words) begins = begins.size ? await this.follow(begins, word, terms.get(word.term), field) : begins;
        for (const cable of begins.keys()) holding[cable] = 1;
      }
      return holding;
    }

    // Takes those words of a phrase that are terms: each with its place in it, and the stop words on both sides, the nearest first.
    read(words) {
      const stops = words.map((word) => this.stopWords.get(word) || 0);
      const read = [];
      words.forEach((form, offset) => {
        if (!stops[offset]) read.push({ form, offset, term: cablepress.term(form), before: stopWordsBefore(stops, offset), after: [] });
      });
      const last = read[read.length - 1];
      last.after = stops.slice(last.offset + 1, last.offset + 1 + MOST_STOP_WORDS);
      return read;
    }

    // Gives the cables that have all words in a field, where a phrase may begin anywhere.
    cablesWithAll(words, terms, field) {
      const had = new Uint8Array(this.cables);
      const distinct = Array.from(new Set(words.map((word) => word.term)));
      distinct.forEach((term, number) => {
        const { cables, ends } = terms.get(term);
        for (let row = field ? ends[field - 1] : 0; row < ends[field]; row += 1) {
          if (had[cables[row]] === number) had[cables[row]] += 1;
        }
      });
      const begins = new Map();
      had.forEach((count, cable) => {
        if (count === distinct.length) begins.set(cable, null);
      });
      return begins;
    }

    // Gives where the phrase may still begin, by cable, after a look at one of its words.
    async follow(begins, word, term, field) {
      const left = new Map();
      const form = (await this.formsOf(term.parts[0].range)).get(word.form);
      if (form === undefined) return left;
      for (const part of term.parts) {
        const rows = [];
        let place = part.placed;
        part.cables.forEach((cable, row) => {
          const end = place + part.counts[row];
          const inField = row < part.ends[field] && row >= (field ? part.ends[field - 1] : 0);
          if (inField && begins.has(cable)) rows.push({ cable, place, end });
          place = end;
        });
        const pieces = await this.openAll(part, rows);
        for (const row of rows) {
          const found = beginsIn(row, pieces, word, form, begins.get(row.cable));
          if (found.size) left.set(row.cable, found);
        }
      }
      return left;
    }

    // Opens the files that say where some rows of a part of a term are.
    openAll(part, rows) {
      const wanted = part.files.filter((file) => rows.some((row) => row.place < file.end && row.end > file.begin));
      return Promise.all(wanted.map(async (file) => ({ ...file, ...(await this.open(file)) })));
    }

    // Gives the number of each form of the terms of a range, by form.
    async formsOf(range) {
      const known = this.forms.get(range);
      if (known) return known;
      const forms = await this.shards.forms(range);
      this.forms.set(range, forms, forms.size * 100);
      return forms;
    }

    async open(file) {
      const known = this.opened.get(file.name);
      if (known) return known;
      const places = decode(await this.load(file.name, file.seal));
      this.opened.set(file.name, places, places.steps.length * 20);
      return places;
    }
  };

  // Gives where a phrase begins in a row, as far as one of its words tells.
  //
  // form: the number of the word's form. allowed: where it may begin as far as others tell; null for anywhere.
  function beginsIn(row, pieces, word, form, allowed) {
    const found = new Set();
    let at = 0;
    for (const { begin, end, steps, forms, before, after } of pieces) {
      for (let place = Math.max(row.place, begin) - begin; place < Math.min(row.end, end) - begin; place += 1) {
        at += steps[place];
        const first = at - word.offset;
        if (forms[place] !== form || (allowed && !allowed.has(first))) continue;
        if (stand(before, place, word.before) && stand(after, place, word.after)) found.add(first);
      }
    }
    return found;
  }

  function stopWordsBefore(stops, offset) {
    const found = [];
    for (let place = offset - 1; place >= 0 && stops[place] && found.length < MOST_STOP_WORDS; place -= 1) found.push(stops[place]);
    return found;
  }

  function decode(bytes) {
    const [steps, forms, before, after] = cablepress.streams(bytes, 4);
    return {
      steps: cablepress.numbers(steps),
      forms: cablepress.numbers(forms),
      before: withStarts(before),
      after: withStarts(after),
    };
  }

  // Finds where the stop words of each place begin: each row of them ends with a zero.
  function withStarts(words) {
    const starts = new Uint32Array(words.length);
    let count = 1;
    words.forEach((word, at) => {
      if (!word) starts[count++] = at + 1;
    });
    return { words, starts };
  }

  // Tells whether some stop words are the nearest ones at a place.
  function stand({ words, starts }, place, wanted) {
    return wanted.every((word, distance) => words[starts[place] + distance] === word);
  }
})();
