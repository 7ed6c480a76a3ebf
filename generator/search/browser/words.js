// What a reader types, as Lunr reads it, and the terms of the index that it means.
"use strict";

(function () {
  const MOST_CLAUSES = 64;
  const MOST_EDITS = 2; // letters in which a word may differ; for each more, Lunr takes some five times as long
  const QUOTES = /[“”„‟«»″〝〞]/g;
  const PHRASE = /([+-]?)(?:([^\s":+-]*):)?"([^"]*)"(?:\^(\d+))?/g;
  // What belongs to no word is no sign of Lunr's: subjects have dashes between words, and colons behind them.
  const LOOSE = /(^|\s)[+-]+(?=\s|$)|:(?=\s|$)/g;

  // Reads a query: its exact phrases, which are ours, and the rest by Lunr's own parser. Gives `clauses`, whose words are
  // made into terms as the index has them, and `phrases`.
  //
  // Throws an Error with a `hint`, and with `instead`, a query to try, where there is one.
  cablepress.readQuery = function (text, fields) {
    const straight = text.replace(QUOTES, '"');
    const phrases = [];
    const rest = straight.replace(PHRASE, (_, sign, field, words, boost) => {
      phrases.push(readPhrase(sign, field, words, boost, fields));
      return " ";
    });
    if (rest.includes('"')) {
      throw helped("script.no_partner", "script.no_partner_hint", {}, straight.replace(/"/g, " "));
    }
    const query = parse(rest, fields, straight);
    for (const phrase of phrases) if (!phrase.prohibited) requireWords(query, phrase);
    if (query.clauses.length > MOST_CLAUSES) {
      const values = { count: query.clauses.length, most: MOST_CLAUSES };
      throw helped("script.too_many", "script.too_many_hint", values);
    }
    if (!query.clauses.length) query.clauses = phrases.length || !text.trim() ? everything(fields) : nothing(fields, text.trim());
    return { clauses: query.clauses, phrases };
  };

  // Lunr's way to say "all cables": those without a term that none has.
  function everything(fields) {
    const query = new lunr.Query(fields);
    query.clause({ term: "\u0000", presence: lunr.Query.presence.PROHIBITED, usePipeline: false });
    return query.clauses;
  }

  // A text without a word, such as a stroke alone: no cable has it, and it is told.
  function nothing(fields, said) {
    const query = new lunr.Query(fields);
    query.clause({ term: "", said, usePipeline: false });
    return query.clauses;
  }

  function requireWords(query, { words, fields, boost }) {
    for (const [term, said] of new Map(words.map((word) => [cablepress.term(word), word]))) {
      if (term) query.clause({ term, fields, boost, presence: lunr.Query.presence.REQUIRED, said, inPhrase: true });
    }
  }

  function parse(text, fields, whole) {
    const query = new lunr.Query(fields);
    try {
      new lunr.QueryParser(cablepress.fold(text).replace(LOOSE, "$1 ").trim(), query).parse();
    } catch (error) {
      throw explained(error, fields, whole);
    }
    for (const clause of query.clauses) readClause(clause, whole);
    return query;
  }

  function readClause(clause, whole) {
    clause.said = clause.term;
    if (clause.editDistance > MOST_EDITS) {
      throw helped("script.too_far", "script.too_far_hint", { most: MOST_EDITS }, whole.replace(/~\d+/g, `~${MOST_EDITS}`));
    }
    if (clause.term.includes("*")) {
      if (clause.term.replace(/\*/g, "") === "") throw helped("script.star", "script.star_hint");
      return;
    }
    clause.term = cablepress.term(clause.term);
    // The index has no word for it: that finds nothing, and can be demanded of no cable.
    if (clause.term === "" && clause.presence === lunr.Query.presence.REQUIRED) clause.presence = lunr.Query.presence.OPTIONAL;
  }

  function readPhrase(sign, named, text, boost, fields) {
    const field = named === undefined ? named : cablepress.fold(named);
    if (field !== undefined && !fields.includes(field)) throw unknownField(field, fields, `${sign}${field}:"${text}"`);
    const words = cablepress.words(text);
    if (!words.some(cablepress.term)) {
      throw helped("script.says_nothing", "script.says_nothing_hint", { text });
    }
    return { words, fields: field === undefined ? fields : [field], boost: Number(boost || 1), prohibited: sign === "-" };
  }

  function explained(error, fields, whole) {
    const field = /^unrecognised field '(.*?)'/.exec(error.message);
    if (field) return unknownField(field[1], fields, whole);
    return helped(
      "script.not_understood",
      "script.not_understood_hint",
      {},
      whole.replace(/[+\-:~^*]/g, " ").replace(/\s+/g, " ").trim(),
    );
  }

  // Offers the field that may be meant, as for tag:PREL, or else the word without it.
  function unknownField(field, fields, whole) {
    const meant = fields.find((each) => each.startsWith(field) || field.startsWith(each));
    const instead = whole.replace(/([^\s:"+-]*):/g, (_, name) =>
      cablepress.fold(name) !== field ? `${name}:` : meant ? `${meant}:` : "",
    );
    return helped("script.no_field", "script.no_field_hint", { field, fields: fields.join(", ") }, instead);
  }

  function helped(message, hint, values = {}, instead = "") {
    return Object.assign(new Error(cablepress.say(message, values)), { hint: cablepress.say(hint, values), instead: instead.trim() });
  }

  // Gives the terms that each clause means: just its own; those that begin so; or any of the index that are like it.
  cablepress.expand = function (clauses, shards, progress) {
    return Promise.all(
      clauses.map(async (clause) => {
        if (clause.term === "") return [];
        if (!clause.editDistance && !clause.term.includes("*")) return [clause.term];
        const prefix = clause.term.slice(0, -1);
        const isPrefix = !clause.editDistance && clause.term.endsWith("*") && !prefix.includes("*");
        const some = isPrefix ? [await shards.beginningWith(prefix, progress)] : await shards.everyTerm(progress);
        const meant = lunr.TokenSet.fromClause(clause);
        return some.flatMap((terms) => {
          const likely = terms.filter(cablepress.mayMean(clause));
          return likely.length ? lunr.TokenSet.fromArray(likely.sort()).intersect(meant).toArray() : [];
        });
      }),
    );
  };

  // Gives a text as a part of a pattern that means its very letters.
  cablepress.escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // Tells at once of most terms that Lunr will not take them for what a clause means; Lunr then looks at the others.
  cablepress.mayMean = function (clause) {
    if (clause.term.includes("*")) {
      const pieces = clause.term.split("*").map(cablepress.escaped);
      const pattern = new RegExp(`^${pieces.join("[^]*")}$`);
      return (term) => clause.editDistance || pattern.test(term);
    }
    const letters = lettersOf(clause.term);
    const distance = clause.editDistance;
    return (term) =>
      Math.abs(term.length - clause.term.length) <= distance && differing(letters, lettersOf(term)) <= 2 * distance;
  };

  // A bit for each of the letters in a word: an edit changes two of them at most.
  function lettersOf(word) {
    let letters = 0;
    for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) & 31);
    return letters;
  }

  function differing(left, right) {
    let count = 0;
    for (let bits = left ^ right; bits; bits &= bits - 1) count += 1;
    return count;
  }
})();
