// What text becomes in the index, done to a query: the twin of generator/search/terms.py.
// Sets up `cablepress`, the one global that the search scripts share.
var cablepress = {};

(function () {
  "use strict";

  var APOSTROPHES = /['’‘ʼ`´]/g;
  var BREAKS = /[‐‑‒–—/\\_]+/g;

  // Folds what readers do not tell apart: case, accents, apostrophes.
  cablepress.fold = function (text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(APOSTROPHES, "");
  };

  // Folds a whole query and breaks words where the index does; Lunr's own signs (+ - ~ ^ : *) stay.
  cablepress.foldQuery = function (query) {
    return cablepress.fold(query).replace(BREAKS, " ").trim();
  };

  // Makes a term of a query's word, or an empty string of a word that the index leaves out.
  cablepress.term = function (word) {
    var trimmed = word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
    if (lunr.stopWordFilter(new lunr.Token(trimmed)) === undefined) return "";
    return lunr.stemmer(new lunr.Token(trimmed)).toString();
  };
})();
