// The search engine: a query in, ranked cables out, by the real lunr.js.
//
// Lunr scores a document by the terms of the query alone, so an index that holds just those terms gives the same
// results and scores as the whole one. `cablepress.search` builds that small index for each query out of
// frequencies (search/index.js) and lets Lunr do the rest. How the frequencies arrive is this file's business only.
(function () {
  "use strict";

  var K1 = 1.2; // lunr.Builder's own defaults
  var B = 0.75;
  var waiting = {};
  var loaded = {};

  // Called by the data scripts. A <script> works on file:// as well, where fetch does not.
  cablepress.receive = function (name, json) {
    waiting[name](JSON.parse(json));
  };

  function load(folder, name) {
    if (!loaded[name]) {
      loaded[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        waiting[name] = resolve;
        script.src = folder + name + ".js";
        script.onload = function () {
          reject(new Error("The file " + name + ".js is damaged.")); // does nothing once resolved
        };
        script.onerror = function () {
          delete loaded[name];
          reject(new Error("The file " + name + ".js could not be loaded."));
        };
        document.head.appendChild(script);
      });
    }
    return loaded[name];
  }

  // Opens the index in a folder; gives a function from a query to results, each {cable, score}, the best first.
  // What it returns rejects with an Error whose message can be shown; `.hint` says what to do about a query.
  cablepress.open = function (folder) {
    return Promise.all([load(folder, "index"), load(folder, "cables")]).then(function (files) {
      var index = new Index(files[0]);
      return function search(query) {
        return index.search(query).map(function (result) {
          var cable = files[1][Number(result.ref)];
          return {
            cable: { id: cable[0], address: cable[1], date: cable[2], sender: cable[3], subject: cable[4], classification: cable[5] },
            score: result.score,
          };
        });
      };
    });
  };

  function Index(data) {
    this.fields = data.fields;
    this.boosts = data.boosts;
    this.terms = data.terms;
    this.postings = data.postings;
    this.lengths = data.lengths.map(function (text) {
      return text === "" ? [] : text.split(",").map(Number);
    });
    this.averages = this.lengths.map(function (lengths) {
      var sum = lengths.reduce(function (a, b) { return a + b; }, 0);
      return lengths.length ? sum / lengths.length : 0;
    });
    this.numbers = new Map(data.terms.map(function (term, number) { return [term, number]; }));
    this.lexicon = null;
  }

  Index.prototype.search = function (text) {
    var clauses = this.clauses(text);
    if (!clauses.length) return [];
    var partial = this.partial(this.expand(clauses), clauses.every(isProhibited));
    return partial.query(function (query) {
      query.clauses = clauses;
    });
  };

  function isProhibited(clause) {
    return clause.presence === lunr.Query.presence.PROHIBITED;
  }

  // Reads a query by Lunr's own parser, then makes the words into terms as the index has them.
  Index.prototype.clauses = function (text) {
    var query = new lunr.Query(this.fields);
    try {
      new lunr.QueryParser(cablepress.fold(text), query).parse();
    } catch (error) {
      throw this.explained(error);
    }
    return query.clauses.filter(function (clause) {
      if (clause.wildcard !== lunr.Query.wildcard.NONE || clause.term.indexOf("*") >= 0) {
        clause.usePipeline = false;
        return clause.term.replace(/\*/g, "") !== "";
      }
      clause.term = cablepress.term(clause.term);
      clause.usePipeline = false;
      return clause.term !== "";
    });
  };

  Index.prototype.explained = function (error) {
    var explained = new Error("This search could not be read: " + error.message + ".");
    explained.hint = "Fields are " + this.fields.join(", ") + ", as in subject:word. Quote signs such as : ~ ^ are part of the search language.";
    return explained;
  };

  // Gives the numbers of all terms that the clauses mean, wildcards and fuzzy words included, in ascending order.
  Index.prototype.expand = function (clauses) {
    var found = new Set();
    clauses.forEach(function (clause) {
      if (clause.editDistance || clause.term.indexOf("*") >= 0) {
        var meant = this.wholeLexicon().intersect(lunr.TokenSet.fromClause(clause)).toArray();
        meant.forEach(function (term) { found.add(this.numbers.get(term)); }, this);
      } else if (this.numbers.has(clause.term)) {
        found.add(this.numbers.get(clause.term));
      }
    }, this);
    return Array.from(found).sort(function (a, b) { return a - b; });
  };

  Index.prototype.wholeLexicon = function () {
    if (!this.lexicon) this.lexicon = lunr.TokenSet.fromArray(this.terms);
    return this.lexicon;
  };

  // Builds the lunr.Index that holds just these terms; with `allDocuments`, every document can be found (a query of
  // prohibited words only finds all that do not have them).
  Index.prototype.partial = function (numbers, allDocuments) {
    var inverted = Object.create(null);
    var vectors = Object.create(null);
    if (allDocuments) this.addAllDocuments(vectors);
    numbers.forEach(function (number) {
      inverted[this.terms[number]] = this.addTerm(number, vectors);
    }, this);
    Object.keys(vectors).forEach(function (ref) {
      vectors[ref] = new lunr.Vector(vectors[ref]);
    });
    return new lunr.Index({
      invertedIndex: inverted,
      fieldVectors: vectors,
      tokenSet: lunr.TokenSet.fromArray(Object.keys(inverted).sort()),
      fields: this.fields,
      pipeline: new lunr.Pipeline(),
    });
  };

  Index.prototype.addAllDocuments = function (vectors) {
    this.lengths.forEach(function (lengths, field) {
      for (var document = 0; document < lengths.length; document += 1) {
        vectors[this.fields[field] + "/" + document] = [];
      }
    }, this);
  };

  // Adds a term's weights to the vectors, and returns its posting in Lunr's form.
  Index.prototype.addTerm = function (number, vectors) {
    var fields = this.decode(number);
    var idf = this.idf(fields);
    var posting = { _index: number };
    this.fields.forEach(function (name, field) {
      var documents = (posting[name] = Object.create(null));
      (fields[field] || []).forEach(function (each) {
        var ref = name + "/" + each.document;
        documents[each.document] = {};
        (vectors[ref] = vectors[ref] || []).push(number, this.weight(idf, each, field));
      }, this);
    }, this);
    return posting;
  };

  // "4,1*3" is once in cable 4, three times in cable 5; fields are parted by "|".
  Index.prototype.decode = function (number) {
    return this.postings[number].split("|").map(function (text) {
      var document = 0;
      if (text === "") return [];
      return text.split(",").map(function (step) {
        var parts = step.split("*");
        document += parseInt(parts[0], 36);
        return { document: document, frequency: parts[1] ? Number(parts[1]) : 1 };
      });
    });
  };

  // lunr.idf and the weight of lunr.Builder.prototype.createFieldVectors, with its rounding.
  Index.prototype.idf = function (fields) {
    var having = fields.reduce(function (sum, field) { return sum + field.length; }, 0);
    var x = (this.lengths[0].length - having + 0.5) / (having + 0.5);
    return Math.log(1 + Math.abs(x));
  };

  Index.prototype.weight = function (idf, each, field) {
    var length = this.lengths[field][each.document];
    var norm = K1 * (1 - B + B * (length / this.averages[field]));
    var score = (idf * ((K1 + 1) * each.frequency)) / (norm + each.frequency);
    return Math.round(score * this.boosts[field] * 1000) / 1000;
  };
})();
