// The passage of a cable that a result shows: where most of what is sought stands together.
(function () {
  "use strict";

  // Gives the best passage of blocks, or the beginning of the first paragraph if nothing is found; null without any text.
  // `length` is how many characters it should have; `before` and `after` tell whether something was cut off there.
  cablepress.passage = function (blocks, sought, length = 240) {
    let best = null;
    let opening = null;
    for (const { anchor, text, prose } of blocks) {
      const block = { anchor, text: text.replace(/\s+/g, " ").trim(), from: 0, to: 0, score: 0 };
      if (block.text === "") continue;
      if (!opening || (prose && !opening.prose)) opening = { ...block, prose };
      const found = densest(cablepress.findsIn(block.text, sought), length);
      if (!found) continue;
      // A heading says less than a paragraph with as many of the words.
      found.score += prose ? 0.5 : 0;
      if (!best || found.score > best.score) best = { ...block, ...found };
    }
    const chosen = best || opening;
    return chosen && cut(chosen, sought, length);
  };

  // Gives the first stretch, no longer than `length`, with the most that is distinct; null if nothing was found.
  function densest(finds, length) {
    const counts = new Map();
    let best = null;
    let score = 0;
    let first = 0;
    for (const find of finds) {
      if (!counts.get(find.what)) score += find.weight;
      counts.set(find.what, (counts.get(find.what) || 0) + 1);
      while (find.end - finds[first].start > length && finds[first] !== find) {
        const { what, weight } = finds[first];
        counts.set(what, counts.get(what) - 1);
        if (!counts.get(what)) score -= weight;
        first += 1;
      }
      if (!best || score > best.score) best = { from: finds[first].start, to: find.end, score };
    }
    return best;
  }

  // Widens a stretch to the length of a passage, a third of it before, cuts at spaces and marks.
  function cut({ anchor, text, from, to }, sought, length) {
    const room = Math.max(0, length - (to - from));
    let start = Math.max(0, from - Math.floor(room / 3));
    let end = Math.min(text.length, start + Math.max(length, to - start));
    start = Math.max(0, Math.min(start, end - length));
    if (start > 0 && text[start - 1] !== " ") start = spaceAfter(text, start, from);
    if (end < text.length && text[end] !== " ") end = spaceBefore(text, end, to);
    return { anchor, pieces: pieces(text.slice(start, end).trim(), sought), before: start > 0, after: end < text.length };
  }

  function spaceAfter(text, place, most) {
    const space = text.indexOf(" ", place);
    return space === -1 || space >= most ? most : space + 1;
  }

  function spaceBefore(text, place, least) {
    const space = text.lastIndexOf(" ", place);
    if (space > least) return space;
    return least || place; // one long word without a space is cut where it is long enough
  }

  function pieces(text, sought) {
    const made = [];
    let done = 0;
    const add = (end, marked) => {
      if (end > done) made.push({ text: text.slice(done, end), marked });
      done = end;
    };
    for (const [start, end] of cablepress.spansOf(text, sought)) {
      add(start, false);
      add(end, true);
    }
    add(text.length, false);
    return made;
  }
})();
