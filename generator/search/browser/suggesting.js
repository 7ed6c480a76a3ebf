// "Did you mean": another query for one that found nothing.
"use strict";

(function () {
  const FURTHEST = 2; // edits

  // Gives a query that may be meant, or an empty string.
  //
  // missing: the words that the index does not have.
  cablepress.suggest = async function (text, missing, shards) {
    if (!missing.length) return loosened(text);
    let meant = text;
    for (const word of missing.slice(0, 4)) {
      const better = await nearest(word, shards);
      if (better) meant = replaced(meant, word, better);
    }
    return meant === text ? "" : meant;
  };

  // Gives a query without the demand that all words be there, or follow each other.
  function loosened(text) {
    const loose = text.replace(/["“”„«»]/g, " ").replace(/(^|\s)\+/g, " ").replace(/\s+/g, " ").trim();
    return loose === text.trim() ? "" : loose;
  }

  function replaced(text, word, better) {
    const within = new RegExp(`(?<![\\p{L}\\p{N}])${cablepress.escaped(word)}(?![\\p{L}\\p{N}])`, "u");
    return text
      .split(/(\s+)/)
      .map((piece) => (within.test(cablepress.fold(piece)) ? cablepress.fold(piece).replace(within, () => better) : piece))
      .join("");
  }

  // Gives the word of the index that is nearest to one that it does not have: of the terms nearest to its term the most
  // frequent one, and of that the form nearest to the word. The first letter is seldom wrong, so terms that begin alike are
  // looked at first.
  async function nearest(word, shards) {
    const term = cablepress.term(word);
    if (term.length < 3) return "";
    const ranges = shards.rangesBeginningWith(term[0]);
    const found = (await best(term, ranges, shards)) || (await best(term, shards.firsts.keys(), shards));
    if (!found) return "";
    const forms = (await shards.formsOfTerms(found.range))[found.place];
    const [meant] = cablepress.words(word);
    const edits = forms.map((form) => editsBetween(meant, form));
    const least = Math.min(...edits);
    return edits[forms.indexOf(found.often)] === least ? found.often : forms[edits.indexOf(least)];
  }

  // Gives the term that is nearest to one: `often`, its most frequent form, and its `place` in a `range`. Null where all are far.
  async function best(term, ranges, shards) {
    const most = term.length > 4 ? FURTHEST : 1;
    const likely = cablepress.mayMean({ term, editDistance: most });
    const lexicons = await Promise.all(Array.from(ranges, async (range) => ({ range, ...(await shards.lexicon(range)) })));
    let found = null;
    for (const { range, terms, forms, rows } of lexicons) {
      terms.forEach((other, place) => {
        if (!likely(other)) return;
        const distance = editsBetween(term, other);
        const isBetter = !found || distance < found.distance || (distance === found.distance && rows[place] > found.rows);
        if (distance <= most && isBetter) found = { distance, rows: rows[place], often: forms[place] || other, range, place };
      });
    }
    return found;
  }

  // Counts the letters to put in, take out, change or swap with their neighbours.
  function editsBetween(left, right) {
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (_, place) => place);
    for (let row = 1; row <= left.length; row += 1) {
      const next = [row];
      for (let place = 1; place <= right.length; place += 1) {
        const same = left[row - 1] === right[place - 1];
        let edits = Math.min(last[place] + 1, next[place - 1] + 1, last[place - 1] + (same ? 0 : 1));
        const swapped = row > 1 && place > 1 && left[row - 1] === right[place - 2] && left[row - 2] === right[place - 1];
        if (swapped) edits = Math.min(edits, before[place - 2] + 1);
        next.push(edits);
      }
      before = last;
      last = next;
    }
    return last[right.length];
  }
})();
