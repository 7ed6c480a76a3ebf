// What filters are, on the page as in the worker: `from` and `to`, each a year, month or day (2004, 2004-06, 2004-06-17) or
// empty, and by facet a list of codes. In an address each is a parameter of its name; a list, one for each code.
"use strict";

(function () {
  const MOST_CODES = 50;
  const LONGEST_CODE = 100;
  const DAY = 864e5; // milliseconds

  cablepress.facets = ["collection", "sender", "tag", "level"];

  // Gives the filters in the parameters of an address; what is no date or no code is left out, as if it were not there.
  cablepress.filtersFromAddress = function (parameters) {
    const filters = {};
    for (const end of ["from", "to"]) {
      const date = parameters.get(end) || "";
      filters[end] = cablepress.period(date) ? date : "";
    }
    for (const facet of cablepress.facets) {
      const codes = parameters.getAll(facet).filter((code) => code !== "" && code.length <= LONGEST_CODE);
      filters[facet] = Array.from(new Set(codes)).slice(0, MOST_CODES);
    }
    return filters;
  };

  // Puts filters into the parameters of an address, in the place of those that are there.
  cablepress.filtersToAddress = function (filters, parameters) {
    for (const end of ["from", "to"]) {
      parameters.delete(end);
      if (filters[end]) parameters.set(end, filters[end]);
    }
    for (const facet of cablepress.facets) {
      parameters.delete(facet);
      for (const code of (filters[facet] || []).slice(0, MOST_CODES)) parameters.append(facet, code);
    }
    return parameters;
  };

  // Gives the time at which a year, month or day begins, that at which it ends, and whether it is a year; null if it is none.
  cablepress.period = function (date) {
    const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date || "");
    if (!parts) return null;
    const [year, month, day] = [Number(parts[1]), Number(parts[2] || 1), Number(parts[3] || 1)];
    const begin = timeOf(year, month - 1, day);
    const at = new Date(begin);
    if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null; // such as the 31st of June
    if (parts[3]) return [begin, begin + DAY, false];
    return parts[2] ? [begin, timeOf(year, month, 1), false] : [begin, timeOf(year + 1, 0, 1), true];
  };

  function timeOf(year, month, day) {
    return new Date(0).setUTCFullYear(year, month, day); // Date.UTC takes the year 73 for 1973
  }
})();
