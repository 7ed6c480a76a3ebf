// What text becomes in the index, done to a query: the twin of generator/search/terms.py.
// Sets up `cablepress`, the one global that the search scripts share.
var cablepress = globalThis.cablepress || {};

(function () {
  "use strict";

  var APOSTROPHES = /['’‘ʼ\x60´]/g;
  var BREAKS = /[‐‑‒–—/\\_]/g; // and the hyphen, which in a query is one of Lunr's own signs
  var NOT_ASCII = /[^\x00-\x7f]+/g;

  // Folds what readers do not tell apart: case, accents, apostrophes. Dashes and slashes become spaces, as in the
  // index; Lunr's own signs (+ - ~ ^ : *) stay.
  cablepress.fold = function (query) {
    return query.toLowerCase().replace(NOT_ASCII, withoutAccents).replace(APOSTROPHES, "").replace(BREAKS, " ").trim();
  };

  function withoutAccents(run) {
    return run.normalize("NFKD").replace(/\p{M}/gu, "");
  }

  // Gives the words of a text as the index has them, folded and without what stands around them; stop words, too.
  cablepress.words = function (text) {
    return cablepress.fold(text.replace(/-/g, " ")).split(/\s+/).map(trim).filter(Boolean);
  };

  function trim(word) {
    return word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
  }

  // Makes a term of a query's word, or an empty string of a word that the index leaves out.
  cablepress.term = function (word) {
    var trimmed = trim(word);
    if (trimmed === "") return "";
    if (lunr.stopWordFilter(new lunr.Token(trimmed)) === undefined) return "";
    return lunr.stemmer(new lunr.Token(trimmed)).toString();
  };
})();
