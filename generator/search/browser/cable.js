// On every cable's page: says of each portion mark what the first of its kind says, and loads what marks words, if the
// address asks for marks (`?mark=`) or the search page for the text.
(function () {
  "use strict";

  var marking = new URL("marking.js", document.currentScript.src).href;
  var asked = new URLSearchParams(location.search).get("mark");

  var meanings = new Map();
  document.querySelectorAll(".text :is(abbr, i)").forEach(function (mark) {
    if (mark.title) meanings.set(mark.textContent, mark.title);
    else mark.title = meanings.get(mark.textContent);
  });

  function load(then) {
    var script = document.createElement("script");
    script.src = marking;
    script.onload = then;
    document.head.appendChild(script);
  }

  if (asked) {
    load(function () {
      cablepress.showMarks(asked);
    });
  }

  // On a disk a page cannot fetch another; the search page has it in a frame and asks. On a host it need not, and no other
  // site may read cables that way.
  if (location.protocol === "file:" && parent !== window) {
    addEventListener("message", function (event) {
      if (event.source !== parent || event.data !== "cablepress.read") return;
      load(function () {
        event.source.postMessage({ read: location.href, blocks: cablepress.plainBlocks(document) }, "*");
      });
    });
  }
})();
