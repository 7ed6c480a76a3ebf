// The words of the interface, in the language of the site. The build puts before each script the texts that it says.
var cablepress = globalThis.cablepress || {};

(function () {
  "use strict";

  if (cablepress.say) return; // another script of the page brought it

  const texts = {};
  let language = "en";

  // Called by the scripts themselves: which language, and some of its texts.
  cablepress.learn = function (tag, some) {
    try {
      language = Intl.NumberFormat.supportedLocalesOf(tag)[0] || "en";
    } catch (error) {
      language = "en"; // a tag that this browser does not take for one
    }
    Object.assign(texts, some);
  };

  cablepress.number = (number) => number.toLocaleString(language);

  // Gives a text, with its gaps filled in; a `count` among the values chooses the form of a plural.
  cablepress.say = function (key, values = {}) {
    let text = texts[key];
    if (typeof text !== "string") text = text[new Intl.PluralRules(language).select(values.count)] || text.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? cablepress.number(value) : value;
    });
  };
})();
