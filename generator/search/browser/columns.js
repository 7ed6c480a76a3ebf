// What filters let pass, and how many of the hits each other choice would give (see generator/search/columns.py).
"use strict";

(function () {
  const ONE_A_CABLE = ["sender", "level"]; // the others have any number
  const FACETS = cablepress.facets;
  const EVERY = ["tag"]; // a cable must have all that are chosen; of the others, any
  const DAY = 864e5; // milliseconds
  const DAYS_TO_1970 = 719163; // from before the year 1

  // contents: of search/index.js. load: gives a promise of the bytes of a file, by its name and seal.
  cablepress.Columns = class {
    constructor(contents, load) {
      this.cables = contents.cables;
      this.files = contents.columns;
      this.years = contents.years;
      this.load = load;
      this.opened = new Map();
    }

    // Takes hits (ordinals, ascending) through filters: `from` and `to`, each a year, month or day, and lists of codes by
    // facet. Gives those `kept`; of those that pass all but the dates, how many are of each of the `years`, the last of which
    // is no year, where some cables are undated; and by facet the `names` of the codes that are chosen.
    async keep(hits, filters) {
      const { fails, names } = await this.test(hits, filters);
      const kept = new Uint32Array(hits.length);
      let found = 0;
      const counts = new Uint32Array(this.years.length);
      let year = 0;
      let end = this.endOf(year);
      for (let place = 0; place < hits.length; place += 1) {
        const cable = hits[place];
        if (fails[cable] > 1) continue;
        while (cable >= end) end = this.endOf((year += 1));
        counts[year] += 1;
        if (fails[cable] === 0) kept[found++] = cable;
      }
      const all = this.years.map(([name], place) => [name, counts[place]]);
      const undated = this.years[this.years.length - 1][1] < this.cables;
      return { kept: kept.slice(0, found), years: undated ? all : all.slice(0, -1), names };
    }

    endOf(year) {
      return year + 1 < this.years.length ? this.years[year + 1][1] : this.cables;
    }

    // Counts hits by the values of some facets: gives for each of them [code, name, hits], the most frequent first, of values
    // that some have or that are chosen. What is chosen of the facet itself does not count where a further choice adds cables.
    async count(hits, filters, facets = FACETS) {
      const [{ fails }, columns] = await Promise.all([
        this.test(hits, filters),
        Promise.all(facets.map((facet) => this.column(facet))),
      ]);
      return Object.fromEntries(facets.map((facet, place) => {
        const own = EVERY.includes(facet) ? 0 : bitOf(facet);
        return [facet, tally(columns[place], fails, ~own, chosen(filters, facet))];
      }));
    }

    // Tells which filters each cable fails, a bit for each, the lowest for dates; cables that are no hits fail in any case.
    async test(hits, filters) {
      const wanted = FACETS.filter((facet) => chosen(filters, facet).length);
      const [range, ...columns] = await Promise.all([this.range(filters), ...wanted.map((facet) => this.column(facet))]);
      const fails = new Uint8Array(this.cables).fill(0x80);
      for (let place = 0; place < hits.length; place += 1) {
        fails[hits[place]] = hits[place] < range.from || hits[place] >= range.to ? 1 : 0;
      }
      const names = {};
      wanted.forEach((facet, place) => {
        const codes = chosen(filters, facet);
        const column = columns[place];
        const passing = new Uint8Array(this.cables);
        const needed = EVERY.includes(facet) ? codes.length : 1;
        for (const code of codes) {
          const rows = rowsOf(column, code);
          for (let row = 0; row < rows.length; row += 1) passing[rows[row]] += 1;
        }
        for (let cable = 0; cable < this.cables; cable += 1) if (passing[cable] < needed) fails[cable] |= bitOf(facet);
        names[facet] = codes.map((code) => [code, nameOf(column, code)]);
      });
      return { fails, names };
    }

    // Gives the ordinals from `from` to below `to` that are sent within the dates; a date that is none says nothing.
    async range({ from, to }) {
      const [start, , year] = cablepress.period(from) || [];
      const [, end, untilYear] = cablepress.period(to) || [];
      if (start === undefined && end === undefined) return { from: 0, to: this.cables };
      const days = (start !== undefined && !year) || (end !== undefined && !untilYear) ? await this.days() : null;
      return { from: start === undefined ? 0 : this.firstFrom(start, days), to: this.firstFrom(end === undefined ? Infinity : end, days) };
    }

    // Gives the ordinal of the first cable sent at a time or after it, or else of the first one that is undated.
    firstFrom(time, days) {
      if (days) {
        const place = days.numbers.findIndex((number) => (number - DAYS_TO_1970) * DAY >= time);
        return place < 0 ? this.years[this.years.length - 1][1] : days.firsts[place];
      }
      return this.years.find(([year]) => year === "" || cablepress.period(year)[0] >= time)[1];
    }

    days() {
      return this.open("days", (bytes) => {
        const [steps, counts] = cablepress.streams(bytes, 2).map(cablepress.numbers);
        let number = 0;
        let cables = 0;
        return { numbers: steps.map((step) => (number += step)), firsts: counts.map((count) => (cables += count) - count) };
      });
    }

    column(facet) {
      return this.open(facet, (bytes) => (ONE_A_CABLE.includes(facet) ? readNumbers(bytes) : readOrdinals(bytes)));
    }

    // Gives a promise of what is made of a file; one that failed is loaded again the next time.
    open(name, read) {
      if (!this.opened.has(name)) {
        const opened = this.load(`c/${name}`, this.files[name]).then(read);
        opened.catch(() => this.opened.delete(name));
        this.opened.set(name, opened);
      }
      return this.opened.get(name);
    }
  };

  function chosen(filters, facet) {
    return Array.from(new Set(filters[facet] || []));
  }

  function bitOf(facet) {
    return 2 << FACETS.indexOf(facet);
  }

  // A column in memory: its `values`, the place of each by its code, and, value after value up to `ends`, ordinals in `rows`.
  function columnOf(values, ends, rows) {
    return { values, places: new Map(values.map(([code], place) => [code, place])), ends, rows };
  }

  function readNumbers(bytes) {
    const [head, low, high] = cablepress.streams(bytes, 3);
    const values = JSON.parse(cablepress.text(head));
    const numbers = joined(low, high);
    const counts = new Uint32Array(values.length + 1);
    for (const number of numbers) counts[number] += 1;
    const ends = new Uint32Array(values.length);
    for (let place = 0, end = 0; place < ends.length; place += 1) ends[place] = end += counts[place + 1];
    const next = ends.map((end, place) => end - counts[place + 1]);
    const rows = new Uint32Array(numbers.length - counts[0]);
    for (let cable = 0; cable < numbers.length; cable += 1) if (numbers[cable]) rows[next[numbers[cable] - 1]++] = cable;
    return columnOf(values, ends, rows);
  }

  function readOrdinals(bytes) {
    const [head, counts, low, high] = cablepress.streams(bytes, 4);
    let end = 0;
    const ends = cablepress.numbers(counts).map((count) => (end += count));
    const rows = joined(low, high); // steps, from the first on of each value
    for (let place = 0, row = 0; place < ends.length; place += 1) {
      for (row += 1; row < ends[place]; row += 1) rows[row] += rows[row - 1];
    }
    return columnOf(JSON.parse(cablepress.text(head)), ends, rows);
  }

  function joined(low, high) {
    return cablepress.numbers(high).map((number, place) => number * 256 + low[place]);
  }

  function rowsOf(column, code) {
    const place = column.places.get(code);
    if (place === undefined) return [];
    return column.rows.subarray(place ? column.ends[place - 1] : 0, column.ends[place]);
  }

  function nameOf(column, code) {
    const place = column.places.get(code);
    return place === undefined ? "" : column.values[place][1];
  }

  // Counts the cables of each value that fail none of the filters in `mask`.
  function tally({ values, places, ends, rows }, fails, mask, codes) {
    const counted = [];
    let row = 0;
    values.forEach(([code, name], place) => {
      let count = 0;
      for (; row < ends[place]; row += 1) if ((fails[rows[row]] & mask) === 0) count += 1;
      if (count || codes.includes(code)) counted.push([code, name, count]);
    });
    for (const code of codes) if (!places.has(code)) counted.push([code, "", 0]);
    return counted.sort((a, b) => b[2] - a[2]); // stable: of equal ones, those first that most cables have
  }
})();
