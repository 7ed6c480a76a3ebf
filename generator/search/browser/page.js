// The search page: a form, a status line and a list. Everything shown is set as text, never as markup.
(function () {
  "use strict";

  var PAGE = 25;
  var form = document.getElementById("search");
  var input = document.getElementById("search-words");
  var status = document.getElementById("search-status");
  var list = document.getElementById("search-results");
  var more = document.getElementById("search-more");
  var again = document.getElementById("search-again");
  var root = form.getAttribute("data-root");
  var words = "";
  var shown = 0;
  var asked = 0;

  function run() {
    words = input.value.trim();
    clear();
    if (words === "") {
      asked += 1;
      status.textContent = "";
      return;
    }
    status.textContent = "Searching…";
    ask();
  }

  function clear() {
    shown = 0;
    list.textContent = "";
    more.hidden = true;
    again.hidden = true;
  }

  // Asks for the next results and shows them; what arrives after another search was begun is not shown.
  function ask() {
    var number = (asked += 1);
    var options = { from: shown, count: PAGE, progress: tell };
    more.disabled = true;

    function tell(done, files) {
      if (number === asked && shown === 0 && files > 4) status.textContent = "Searching… " + done + " of " + files + " files";
    }

    return cablepress.open(root + "search/").then(function (search) {
      return search.search(words, options);
    }).then(function (answer) {
      if (number === asked) show(answer);
    }).catch(function (error) {
      if (number !== asked) return;
      status.textContent = error.message + (error.hint ? " " + error.hint : "");
      again.hidden = Boolean(error.hint);
    }).then(function () {
      if (number === asked) more.disabled = false;
    });
  }

  function show(answer) {
    var total = answer.total;
    if (!total) status.textContent = "No cable has these words. Try fewer or shorter ones, or a prefix such as negotiat*.";
    else if (total === 1) status.textContent = "1 cable";
    else status.textContent = total.toLocaleString(document.documentElement.lang) + " cables, the closest first";
    answer.results.forEach(function (result) {
      list.appendChild(item(result.cable));
    });
    shown += answer.results.length;
    more.hidden = shown >= total;
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
    ask().then(function () {
      if (list.children[first]) list.children[first].querySelector("a").focus();
    });
  });
  again.addEventListener("click", function () {
    again.hidden = true;
    status.textContent = "Searching…";
    ask();
  });
  window.addEventListener("popstate", recall);
  form.hidden = false;
  recall();
})();
