// Which cables a query finds, and in which order: Lunr's own arithmetic, step by step, on arrays of numbers.
//
// Lunr makes several objects for each hit, which takes seconds where there are 150,000. Here the order of all hits is worked
// out first; then the real Lunr ranks those that are shown (engine.js). The tests hold both to one whole index of lunr.js.
"use strict";

(function () {
  const K1 = 1.2; // lunr.Builder's own defaults
  const B = 0.75;

  // What weights hang on: the index's boosts, its cables, and the lengths of their bodies; null where these are not known
  // yet, and all are taken to be of average length.
  cablepress.Weights = class {
    constructor(contents, bodies) {
      this.cables = contents.cables;
      this.boosts = contents.boosts;
      this.body = contents.fields.indexOf("body");
      this.averages = contents.totals.map((total) => (contents.cables ? total / contents.cables : 0));
      this.bodies = bodies;
      this.worked = new WeakMap();
    }

    // Gives the weight of each row of a term, as lunr.Builder.prototype.createFieldVectors does, with its rounding.
    of(term) {
      if (!this.worked.has(term)) this.worked.set(term, this.work(term));
      return this.worked.get(term);
    }

    work(term) {
      const weights = new Float64Array(term.cables.length);
      const x = (this.cables - weights.length + 0.5) / (weights.length + 0.5);
      const idf = Math.log(1 + Math.abs(x));
      let row = 0;
      term.ends.forEach((end, field) => {
        for (; row < end; row += 1) {
          const length = field !== this.body ? term.lengths[row] : this.bodies ? this.bodies[term.cables[row]] : this.averages[field];
          const norm = K1 * (1 - B + B * (length / this.averages[field]));
          const score = (idf * ((K1 + 1) * term.counts[row])) / (norm + term.counts[row]);
          weights[row] = Math.round(score * this.boosts[field] * 1000) / 1000;
        }
      });
      return weights;
    }
  };

  function beginOf(term, field) {
    return field ? term.ends[field - 1] : 0;
  }

  // Lunr numbers terms in the order in which its builder meets them, and adds up scores in that order.
  cablepress.inOrderMet = function (terms) {
    const firsts = new Map(Array.from(terms, ([word, term]) => [word, firstOf(term)]));
    return Array.from(terms.keys()).sort((a, b) => {
      const [left, right] = [firsts.get(a), firsts.get(b)];
      return left.cable - right.cable || left.field - right.field || left.met - right.met;
    });
  };

  function firstOf(term) {
    let first = { cable: Infinity, field: 0, met: term.met };
    term.ends.forEach((end, field) => {
      const from = beginOf(term, field);
      if (from < end && term.cables[from] < first.cable) first = { cable: term.cables[from], field, met: term.met };
    });
    return first;
  }

  // Gives what a query finds: `hits`, the ordinals of cables in their order in the collection, with `scores` and `steps` by
  // ordinal. Of two cables with one score, Lunr puts the one first that it met at an earlier step.
  //
  // clauses: Lunr's, each with `terms`, the words that it means, in Lunr's order.
  cablepress.rank = function (clauses, terms, fields, weights) {
    const count = weights.cables;
    const similarities = similaritiesOf(clauses, terms, fields, weights);
    const { required, prohibited } = presences(clauses, terms, fields, count);
    const scores = new Float64Array(count);
    const steps = new Uint32Array(count);
    const fieldsMet = new Uint8Array(count);
    let step = 0;
    eachStep(clauses, terms, fields, (term, field, from, end) => {
      step += 1;
      const bit = 1 << field;
      const similarity = similarities[field];
      for (let row = from; row < end; row += 1) {
        const cable = term.cables[row];
        if (fieldsMet[cable] & bit) continue;
        if (!fieldsMet[cable]) steps[cable] = step;
        fieldsMet[cable] |= bit;
        scores[cable] += similarity[cable];
      }
    });
    const needed = clauses.filter((clause) => clause.presence === lunr.Query.presence.REQUIRED).length;
    const onlyProhibited = clauses.every((clause) => clause.presence === lunr.Query.presence.PROHIBITED);
    const hits = new Uint32Array(count);
    let found = 0;
    for (let cable = 0; cable < count; cable += 1) {
      if ((onlyProhibited || fieldsMet[cable]) && required[cable] === needed && !prohibited[cable]) hits[found++] = cable;
    }
    return { hits: hits.slice(0, found), scores, steps };
  };

  // Lunr's vector of a query in each field, and its similarity to every cable's.
  function similaritiesOf(clauses, terms, fields, weights) {
    const boosts = fields.map(() => new Map());
    for (const clause of clauses) {
      if (clause.presence === lunr.Query.presence.PROHIBITED) continue;
      for (const word of clause.terms) {
        if (!terms.has(word)) continue;
        for (const name of clause.fields) {
          const boost = boosts[fields.indexOf(name)];
          boost.set(word, boost.has(word) ? boost.get(word) + clause.boost : clause.boost);
        }
      }
    }
    const order = cablepress.inOrderMet(terms);
    return boosts.map((boost, field) => {
      const similarity = boost.size ? new Float64Array(weights.cables) : null;
      let squares = 0;
      for (const word of order) {
        if (!boost.has(word)) continue;
        const factor = boost.get(word);
        const term = terms.get(word);
        const weight = weights.of(term);
        squares += factor * factor;
        for (let row = beginOf(term, field); row < term.ends[field]; row += 1) {
          similarity[term.cables[row]] += factor * weight[row];
        }
      }
      const magnitude = Math.sqrt(squares);
      if (similarity) for (let cable = 0; cable < similarity.length; cable += 1) similarity[cable] = similarity[cable] / magnitude || 0;
      return similarity;
    });
  }

  // How many of the required clauses each cable has, and whether it has any prohibited one.
  function presences(clauses, terms, fields, count) {
    const required = new Uint8Array(count);
    const prohibited = new Uint8Array(count);
    let number = 0;
    for (const clause of clauses) {
      const isRequired = clause.presence === lunr.Query.presence.REQUIRED;
      if (!isRequired && clause.presence !== lunr.Query.presence.PROHIBITED) continue;
      eachRow(clause, terms, fields, (cable) => {
        if (!isRequired) prohibited[cable] = 1;
        else if (required[cable] === number) required[cable] += 1;
      });
      if (isRequired) number += 1;
    }
    return { required, prohibited };
  }

  function eachRow(clause, terms, fields, visit) {
    for (const word of clause.terms) {
      const term = terms.get(word);
      if (!term) continue;
      for (const name of clause.fields) {
        const field = fields.indexOf(name);
        for (let row = beginOf(term, field); row < term.ends[field]; row += 1) visit(term.cables[row]);
      }
    }
  }

  // Visits each term in each field once, in the order in which Lunr does.
  function eachStep(clauses, terms, fields, visit) {
    const seen = new Set();
    for (const clause of clauses) {
      if (clause.presence === lunr.Query.presence.PROHIBITED) continue;
      for (const word of clause.terms) {
        const term = terms.get(word);
        if (!term) continue;
        for (const name of clause.fields) {
          const field = fields.indexOf(name);
          if (seen.has(`${word}/${field}`)) continue;
          seen.add(`${word}/${field}`);
          visit(term, field, beginOf(term, field), term.ends[field]);
        }
      }
    }
  }

  // Gives the hits from place `from` to below `to`, in an order: "relevance", "newest" or "oldest". Cables are numbered by date;
  // those from ordinal `dated` on have none, and stand last in either.
  cablepress.page = function (found, order, from, to, dated) {
    if (order === "relevance") return best(found, from, to);
    if (order === "oldest") return Array.from(found.hits.slice(from, to));
    const end = found.hits.findIndex((cable) => cable >= dated);
    const [withDate, without] = end < 0 ? [found.hits, []] : [found.hits.slice(0, end), found.hits.slice(end)];
    return [...withDate.slice().reverse(), ...without].slice(from, to);
  };

  // Gives the hits from place `from` to below `to`, the best first.
  function best(found, from, to) {
    const { hits, scores, steps } = found;
    const byScore = (a, b) => scores[b] - scores[a] || steps[a] - steps[b] || a - b;
    if (to >= hits.length) return Array.from(hits).sort(byScore).slice(from, to);
    const sorted = Float64Array.from(hits, (cable) => scores[cable]).sort();
    const least = sorted[sorted.length - to]; // that of the last one that is wanted
    const above = [];
    const equal = [];
    for (const cable of hits) {
      if (scores[cable] > least) above.push(cable);
      else if (scores[cable] === least) equal.push(cable);
    }
    equal.sort(byScore);
    return above.sort(byScore).concat(equal.slice(0, to - above.length)).slice(from, to);
  }
})();
