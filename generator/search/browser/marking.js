// What of a text is to be marked: its words are cut and folded as the index has them (generator/search/terms.py), and each
// keeps its place in the text as it stands.
//
// What is sought is {terms, phrases}: a Set of terms of the index, and an array of arrays of words, folded but not stemmed.
(function () {
  "use strict";

  const PIECES = /(?:[^\s\x1c-\x1f\x85\-‐‑‒–—/\\_]|\ufeff)+/g; // what Python's split() leaves, hyphens and slashes being spaces
  const PLAIN = /^[^'\x60\x80-\uffff]*$/;
  const CORE = /[\p{L}\p{N}_](?:[^]*[\p{L}\p{N}_])?/u;
  const LONGEST = 300; // units of what is looked at as a word; longer ones would hold up the stemmer
  const MOST_TERMS = 50000;
  const terms = new Map();
  const letters = new Map();

  // Gives all that is sought in a text, in the text's order: where, what, and how much it counts.
  cablepress.findsIn = function (text, sought) {
    const words = cablepress.wordsOf(text);
    const phrases = byFirstWord(sought.phrases);
    const finds = [];
    words.forEach(({ token, start, end }, place) => {
      const term = sought.terms.size ? termOf(token) : "";
      if (term && sought.terms.has(term)) finds.push({ start, end, what: term, weight: 1 });
      for (const phrase of phrases.get(token) || []) {
        if (!phrase.every((word, n) => place + n < words.length && words[place + n].token === word)) continue;
        const last = words[place + phrase.length - 1];
        finds.push({ start, end: last.end, what: `"${phrase.join(" ")}"`, weight: phrase.length + 1 });
      }
    });
    return finds;
  };

  // Gives what is to be marked, as [start, end] in the text; a phrase is one, and what overlaps is, too.
  cablepress.spansOf = function (text, sought) {
    const spans = [];
    for (const { start, end } of cablepress.findsIn(text, sought)) {
      const last = spans[spans.length - 1];
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else spans.push([start, end]);
    }
    return spans;
  };

  function byFirstWord(phrases) {
    const found = new Map();
    for (const phrase of phrases) {
      if (phrase.length) found.set(phrase[0], [...(found.get(phrase[0]) || []), phrase]);
    }
    return found;
  }

  function termOf(token) {
    let term = terms.get(token);
    if (term === undefined) {
      if (terms.size >= MOST_TERMS) terms.clear();
      term = cablepress.term(token);
      terms.set(token, term);
    }
    return term;
  }

  // Gives the words of a text in their order: folded and trimmed, each with its place.
  cablepress.wordsOf = function (text) {
    const words = [];
    // İ alone becomes two in lower case, of which folding leaves what it leaves of I. So lower case keeps all places. It is
    // made of the whole text, since a sigma has another one at the end of a word.
    for (const { 0: piece, index } of text.replace(/İ/g, "I").toLowerCase().matchAll(PIECES)) {
      if (piece.length > LONGEST) words.push({ token: "", start: index, end: index + piece.length });
      else if (PLAIN.test(piece)) addPlain(words, piece, index);
      else addFolded(words, piece, index);
    }
    return words;
  };

  function addPlain(words, piece, start) {
    const core = CORE.exec(piece);
    if (core) words.push({ token: core[0], start: start + core.index, end: start + core.index + core[0].length });
  }

  function addFolded(words, piece, start) {
    const starts = [];
    const ends = [];
    let folded = "";
    let place = start;
    for (const letter of piece) {
      const made = foldLetter(letter);
      const end = place + letter.length;
      for (let unit = 0; unit < made.length; unit += 1) {
        starts.push(place);
        ends.push(end);
      }
      // An accent of its own belongs to the letter before it.
      if (made === "" && ends.length && /\p{M}/u.test(letter)) ends[ends.length - 1] = end;
      folded += made;
      place = end;
    }
    for (const { 0: part, index } of folded.matchAll(PIECES)) {
      const core = CORE.exec(part);
      if (!core) continue;
      const first = index + core.index;
      words.push({ token: core[0], start: starts[first], end: ends[first + core[0].length - 1] });
    }
  }

  // Folds one letter, of a word in lower case, to none, one or several.
  function foldLetter(letter) {
    if (!letters.has(letter)) letters.set(letter, cablepress.fold(`.${letter}.`).slice(1, -1));
    return letters.get(letter);
  }
})();
