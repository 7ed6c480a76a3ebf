// The search page: a form, a status line and a list. Everything shown is set as text, never as markup.
(function () {
  "use strict";

  var PAGE = 25;
  var form = document.getElementById("search");
  var input = document.getElementById("search-words");
  var status = document.getElementById("search-status");
  var list = document.getElementById("search-results");
  var more = document.getElementById("search-more");
  var root = form.getAttribute("data-root");
  var results = [];
  var shown = 0;
  var asked = 0;

  function run() {
    var words = input.value.trim();
    var number = (asked += 1);
    clear();
    if (words === "") {
      status.textContent = "";
      return;
    }
    status.textContent = "Searching…";
    cablepress.open(root + "search/").then(function (search) {
      if (number === asked) show(search(words));
    }).catch(function (error) {
      if (number === asked) status.textContent = error.message + (error.hint ? " " + error.hint : "");
    });
  }

  function clear() {
    results = [];
    shown = 0;
    list.textContent = "";
    more.hidden = true;
  }

  function show(found) {
    results = found;
    if (!found.length) status.textContent = "No cable has these words. Try fewer or shorter ones, or a prefix such as negotiat*.";
    else if (found.length === 1) status.textContent = "1 cable";
    else status.textContent = found.length.toLocaleString(document.documentElement.lang) + " cables, the closest first";
    showMore();
  }

  function showMore() {
    results.slice(shown, shown + PAGE).forEach(function (result) {
      list.appendChild(item(result.cable));
    });
    shown = Math.min(shown + PAGE, results.length);
    more.hidden = shown >= results.length;
  }

  function item(cable) {
    var entry = element("li", "entry");
    var link = element("a", "entry-subject", cable.subject || "Cable " + cable.id);
    var facts = element("p", "entry-facts");
    link.href = root + cable.address;
    [cable.date, cable.sender, cable.id].forEach(function (fact) {
      if (fact) facts.appendChild(element("span", "fact", fact));
    });
    if (cable.classification) {
      var level = element("span", "level", cable.classification);
      level.setAttribute("data-level", cable.classification);
      facts.appendChild(level);
    }
    entry.appendChild(link);
    entry.appendChild(facts);
    return entry;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // The words go into the address, so that a search can be linked and gone back to.
  function remember() {
    var query = input.value.trim();
    try {
      history.pushState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    } catch (error) {
      // some browsers refuse this on file://; the search works without it
    }
  }

  function recall() {
    input.value = new URLSearchParams(location.search).get("q") || "";
    run();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    remember();
    run();
  });
  more.addEventListener("click", function () {
    var first = shown;
    showMore();
    list.children[first].querySelector("a").focus();
  });
  window.addEventListener("popstate", recall);
  form.hidden = false;
  recall();
})();
