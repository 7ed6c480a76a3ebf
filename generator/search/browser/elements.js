// What pages of the search make elements of. Everything is set as text, never as markup.
(function () {
  "use strict";

  cablepress.element = function (name, className = "", text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  cablepress.counted = (hits) => cablepress.say("count.cables", { count: hits });
})();
