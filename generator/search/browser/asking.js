// Has the real Lunr rank some cables: in an index of just them, and of the terms of a query.
"use strict";

(function () {
  // Gives Lunr's results.
  //
  // clauses: Lunr's. terms: what is known of the query's terms. cables: ordinals. weights: of the index.
  cablepress.askLunr = function (fields, clauses, terms, cables, weights) {
    if (!cables.length) return [];
    const wanted = new Set(cables);
    const inverted = Object.create(null);
    const vectors = Object.create(null);
    for (const cable of Array.from(cables).sort((a, b) => a - b)) {
      for (const name of fields) vectors[`${name}/${cable}`] = [];
    }
    cablepress.inOrderMet(terms).forEach((word, number) => {
      const term = terms.get(word);
      const weight = weights.of(term);
      const posting = (inverted[word] = { _index: number });
      let row = 0;
      term.ends.forEach((end, field) => {
        const documents = (posting[fields[field]] = Object.create(null));
        for (; row < end; row += 1) {
          const cable = term.cables[row];
          if (!wanted.has(cable)) continue;
          documents[cable] = {};
          vectors[`${fields[field]}/${cable}`].push(number, weight[row]);
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
  };
})();
