// Reference ids as readers write them: 09USNATO432, 09 USNATO 432, 2009 usnato 00432, USNATO 432.
"use strict";

(function () {
  const ID = /^(\d{2}|\d{4})?(\p{L}{3,})0*(\d{1,7})(\p{L}?)$/u;
  const MOST = 20;

  // Gives the ids that a text may mean, as the index has them; empty for what is no id. The index has ids with and without
  // their year.
  cablepress.idsIn = function (text) {
    if (text.length > 60) return [];
    const found = ID.exec(cablepress.fold(text).replace(/[\s.,#-]+/g, ""));
    if (!found) return [];
    const [, year, station, number, letter] = found;
    const rest = `${station}${number}${letter}`;
    if (!year) return [rest];
    return year.length === 4 ? [year + rest, year.slice(2) + rest] : [year + rest];
  };

  // Gives the cables that have one of some ids, by ordinal; terms: what is known of them.
  cablepress.cablesNamed = function (ids, terms, fields) {
    const field = fields.indexOf("id");
    const found = new Set();
    for (const id of ids) {
      const term = terms.get(id);
      if (!term) continue;
      for (let row = field ? term.ends[field - 1] : 0; row < term.ends[field]; row += 1) found.add(term.cables[row]);
    }
    return Array.from(found).slice(0, MOST);
  };
})();
