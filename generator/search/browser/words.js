// What a reader types, as Lunr reads it, and the terms of the index that it means.
"use strict";

(function () {
  const MOST_CLAUSES = 64;

  // Reads a query by Lunr's own parser, then makes the words into terms as the index has them.
  cablepress.clauses = function (text, fields) {
    const query = new lunr.Query(fields);
    try {
      new lunr.QueryParser(cablepress.fold(text), query).parse();
    } catch (error) {
      throw explained(error, fields);
    }
    const clauses = query.clauses.filter((clause) => {
      clause.usePipeline = false;
      if (clause.term.includes("*")) {
        if (clause.term.replace(/\*/g, "") !== "") return true;
        throw helped("A * alone stands for every word.", "Put letters before it, as in negotiat*.");
      }
      clause.term = cablepress.term(clause.term);
      // A word that the index leaves out finds nothing, and to require it would be a mistake that Lunr fails on.
      return clause.term !== "" || clause.presence !== lunr.Query.presence.REQUIRED;
    });
    if (clauses.length > MOST_CLAUSES) {
      throw helped(`This search has ${clauses.length} words; the most that can be looked for at once are ${MOST_CLAUSES}.`, "Leave some out.");
    }
    return clauses;
  };

  function explained(error, fields) {
    return helped(
      `This search could not be read: ${error.message}.`,
      `Fields are ${fields.join(", ")}, as in subject:word. Signs such as : ~ ^ are part of the search language.`,
    );
  }

  function helped(message, hint) {
    const error = new Error(message);
    error.hint = hint;
    return error;
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
          const likely = terms.filter(mayMean(clause));
          return likely.length ? lunr.TokenSet.fromArray(likely.sort()).intersect(meant).toArray() : [];
        });
      }),
    );
  };

  // Tells at once of most terms that Lunr will not take them for what a clause means; Lunr then looks at the others.
  function mayMean(clause) {
    if (clause.term.includes("*")) {
      const pieces = clause.term.split("*").map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      const pattern = new RegExp(`^${pieces.join("[^]*")}$`);
      return (term) => clause.editDistance || pattern.test(term);
    }
    const letters = lettersOf(clause.term);
    const distance = clause.editDistance;
    return (term) =>
      Math.abs(term.length - clause.term.length) <= distance && differing(letters, lettersOf(term)) <= 2 * distance;
  }

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
