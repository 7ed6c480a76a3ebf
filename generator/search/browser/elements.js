// What pages of the search make elements and numbers of. Everything is set as text, never as markup.
(function () {
  "use strict";

  cablepress.element = function (name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  cablepress.number = (number) => number.toLocaleString(document.documentElement.lang || undefined);
  cablepress.counted = (hits) => `${cablepress.number(hits)} ${hits === 1 ? "cable" : "cables"}`;
})();
