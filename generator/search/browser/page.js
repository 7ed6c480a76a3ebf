// The search page: what a reader types and chooses goes to the engine, and what it answers is shown. Everything shown is set
// as text, never as markup. The ids are those of themes/default/search.html.
"use strict";

(function () {
  const PAGE = 25; // results at a time
  const PAUSE = 350; // milliseconds without a key until a search begins by itself
  const ORDERED = { relevance: "script.closest_first", newest: "script.newest_first", oldest: "script.oldest_first" };
  const $ = (name) => document.getElementById(`search-${name}`);
  const form = document.getElementById("search");
  const [input, status, help, more, again, order, found] = ["words", "status", "help", "more", "again", "order", "found"].map($);
  const root = form.getAttribute("data-root");
  const results = new cablepress.Results($("results"), root);
  const panel = new cablepress.Panel($("filters"), {
    chips: $("chips"),
    onChange: (filters) => go({ ...state, filters }),
    onOpen: () => isSearching || counts(), // a search counts at its end
  });
  let state = { words: "", order: "relevance", filters: {} };
  let named = []; // the ids of the cables that come first, as theirs was typed
  let ranked = 0; // so many of what was found were shown
  let asked = 0;
  let pause = 0;
  let isSearching = false;

  // The state of a search is its address, so that it can be linked, saved and gone back to.

  function stateOf(address) {
    const parameters = new URLSearchParams(address);
    const words = (parameters.get("q") || "").trim();
    const order = parameters.get("order");
    return { words, order: Object.keys(ORDERED).includes(order) ? order : "relevance", filters: cablepress.filtersFromAddress(parameters) };
  }

  function addressOf({ words, order, filters }) {
    const parameters = new URLSearchParams();
    if (words) parameters.set("q", words);
    if (order !== "relevance") parameters.set("order", order);
    cablepress.filtersToAddress(filters, parameters);
    const text = parameters.toString();
    return text ? `?${text}` : location.pathname;
  }

  // Goes to another search. One that began while the reader was typing takes the place of the one before it.
  function go(next, { isTyping = false } = {}) {
    const wasTyping = history.state === "typing";
    const isSame = addressOf(next) === addressOf(state);
    state = next;
    try {
      const change = isSame || wasTyping ? "replaceState" : "pushState";
      history[change](isTyping && (wasTyping || !isSame) ? "typing" : null, "", addressOf(state));
    } catch (error) {
      // some browsers refuse this on file://; the search works without it
    }
    run(isTyping);
  }

  function recall() {
    state = stateOf(location.search);
    input.value = state.words;
    run(false);
  }

  function isEmpty() {
    return !addressOf({ ...state, order: "relevance" }).startsWith("?");
  }

  function run(isTyping) {
    order.value = state.order;
    panel.show({ filters: state.filters });
    if (isEmpty()) {
      asked += 1;
      results.clear();
      found.hidden = more.hidden = again.hidden = true;
      say("");
      return;
    }
    if (!isTyping) say(cablepress.say("script.begun"));
    ask({ from: 0, count: PAGE, isTyping });
  }

  // Asks for results and shows them; what arrives after another search was begun is not shown.
  async function ask({ from, count, isTyping = false }) {
    const number = (asked += 1);
    const isLast = () => number === asked;
    const isFirst = from === 0 && count > 0;
    const options = {
      from,
      count,
      order: state.order,
      filters: state.filters,
      facets: count ? [] : panel.wanted,
      suggest: isFirst && !isTyping,
      progress: (done, files) => isLast() && isFirst && files > 4 && !isTyping && say(cablepress.say("script.searching", { done, count: files })),
      early: (answer) => isLast() && isFirst && showEarly(answer),
    };
    more.disabled = true;
    isSearching = count > 0;
    again.hidden = true;
    try {
      const search = await cablepress.open(`${root}search/`);
      const answer = await search.search(state.words, options);
      if (!isLast()) return;
      show(answer, from, count);
      if (isFirst && panel.wanted.length) counts();
    } catch (error) {
      if (isLast() && !(isTyping && error.hint)) fail(error, !isFirst); // what is half typed need not be readable yet
    } finally {
      if (isLast()) more.disabled = isSearching = false;
    }
  }

  // Asks for what filters would leave: apart, since for that large files may have to come, and results need not wait.
  function counts() {
    return ask({ from: 0, count: 0 });
  }

  function showEarly({ results: some }) {
    results.clear();
    results.add(some);
    found.hidden = false;
    say(cablepress.say("script.early"));
  }

  function show(answer, from, count) {
    if (count) {
      if (from === 0) {
        results.clear();
        results.addNamed(answer.named);
        named = answer.named.map((cable) => cable.id);
      }
      results.add(answer.results.filter(({ cable }) => !named.includes(cable.id)));
      ranked = from + answer.results.length;
      say(summary(answer), answer.suggestion, cablepress.say("script.did_you_mean"));
    }
    const { total, years, names } = answer;
    panel.show({ years, counts: answer.counts, names, filters: state.filters, total });
    found.hidden = false;
    more.hidden = ranked >= total;
  }

  function summary({ total, missing, ignored, named: cables }) {
    const quoted = (words) => words.map((word) => cablepress.say("script.quoted", { text: word.slice(0, 40) })).join(", ");
    const notes = [];
    if (missing.length && !cables.length) notes.push(cablepress.say("script.no_cable_has", { words: quoted(missing) }));
    const isWord = (text) => /[\p{L}\p{N}]/u.test(text);
    const [common, signs] = [ignored.filter(isWord), ignored.filter((text) => !isWord(text))];
    if (common.length && !total) notes.push(cablepress.say("script.ignored", { words: quoted(common) }));
    if (signs.length && !total) notes.push(cablepress.say("script.says_nothing", { text: signs.join(" ").slice(0, 40) }));
    const { from, to } = state.filters;
    if (cablepress.areTurned(from, to) && !total) notes.push(cablepress.say("script.turned"));
    if (!total && !cables.length) {
      return [cablepress.say("script.none"), ...(notes.length ? notes : [cablepress.say("script.try")])].join(" ");
    }
    return [counted(total, cables.length), ...notes].join(" ");
  }

  function counted(total, named) {
    const reference = named ? cablepress.say("script.of_reference", { count: named }) : "";
    if (!total) return cablepress.say("script.sentence", { text: reference });
    const order = total > 1 ? cablepress.say(ORDERED[state.words ? state.order : withoutWords()]) : "";
    const cables = order ? cablepress.say("script.cables_ordered", { cables: cablepress.counted(total), order }) : cablepress.counted(total);
    return cablepress.say("script.sentence", {
      text: reference ? cablepress.say("script.and", { first: reference, second: cables }) : cables,
    });
  }

  // Without words all cables are equally close: they come by date.
  function withoutWords() {
    return state.order === "newest" ? "newest" : "oldest";
  }

  // Says what went wrong; what was found before it stays where only more of it was asked for.
  function fail(error, isMore) {
    if (!isMore) results.clear();
    found.hidden = !isMore;
    say(`${error.message} ${error.hint || ""}`.trim(), error.instead, cablepress.say("script.instead"));
    again.hidden = Boolean(error.hint);
  }

  // Says how the search stands, and offers another one.
  function say(text, words, before) {
    status.textContent = text;
    help.textContent = "";
    if (!words) return;
    const link = cablepress.element("a", "", words);
    link.href = addressOf({ ...state, words });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      input.value = words;
      input.focus();
      go({ ...state, words });
    });
    help.append(`${before} `, link);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    const words = input.value.trim();
    go({ ...state, words });
    const search = words && (await cablepress.open(`${root}search/`).catch(() => null));
    const cables = search ? await search.named(words).catch(() => []) : [];
    if (cables.length === 1 && state.words === words) location.assign(root + cables[0].address);
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    if (navigator.connection && navigator.connection.saveData) return;
    pause = setTimeout(() => {
      const words = input.value.trim();
      if (words !== state.words && words.length !== 1) go({ ...state, words }, { isTyping: true });
    }, PAUSE);
  });
  order.addEventListener("change", () => go({ ...state, order: order.value }));
  more.addEventListener("click", async () => {
    const first = results.count;
    await ask({ from: ranked, count: PAGE });
    results.focus(first);
  });
  again.addEventListener("click", () => run(false));
  window.addEventListener("popstate", recall);
  form.hidden = $("filters").hidden = false;
  recall();
})();
