// What is sought as a short text for an address, as in ?mark="secretary of state" harbour, and back.
(function () {
  "use strict";

  const MOST = 64;
  const LONGEST = 100;

  // What is too long or too much is left out; phrases come first, since they say most.
  cablepress.encodeSought = function ({ terms, phrases }) {
    const quoted = phrases.map((words) => words.join(" ")).filter(isShort).map((phrase) => `"${phrase}"`);
    return [...quoted, ...[...terms].filter(isShort)].slice(0, MOST).join(" ");
  };

  // Takes any text, as an address may have been changed by anyone.
  cablepress.decodeSought = function (text) {
    const sought = { terms: new Set(), phrases: [] };
    for (const [, phrase = "", term = ""] of text.replace(/\p{Cc}/gu, " ").matchAll(/"([^"]*)"|([^\s"]+)/g)) {
      if (sought.terms.size + sought.phrases.length === MOST) break;
      if (isShort(term)) sought.terms.add(term);
      const words = isShort(phrase) ? cablepress.wordsOf(phrase).map(({ token }) => token) : [];
      if (words.length) sought.phrases.push(words);
    }
    return sought;
  };

  function isShort(item) {
    return item !== "" && item.length <= LONGEST && !item.includes('"');
  }
})();
