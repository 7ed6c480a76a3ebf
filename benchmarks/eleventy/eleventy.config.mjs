// A bare Eleventy site with the same pages as Hugo's with the bare theme: a list for each TAG, sender and year.

const PAGE_SIZE = 100;

export default function (config) {
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  addLists(config, "tag", (cable) => cable.data.tags);
  addLists(config, "sender", (cable) => [cable.data.sender]);
  addLists(config, "year", (cable) => [String(cable.date.getUTCFullYear())]);
  return {
    dir: { input: "content", includes: "../_includes" },
    markdownTemplateEngine: false, // what stands in a telegram is no template
  };
}

/** Adds a collection: the pages of all lists of one kind. */
function addLists(config, kind, keysOf) {
  config.addCollection(`${kind}Pages`, (all) => {
    const groups = new Map();
    for (const cable of all.getAllSorted()) {
      if (!cable.data.sender) continue;
      for (const key of keysOf(cable)) groups.has(key) ? groups.get(key).push(cable) : groups.set(key, [cable]);
    }
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.flatMap(([key, cables]) => {
      const pages = Math.ceil(cables.length / PAGE_SIZE);
      return Array.from({ length: pages }, (_, page) => ({
        key,
        page,
        pages,
        count: cables.length,
        cables: cables.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
      }));
    });
  });
}
