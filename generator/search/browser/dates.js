// Two fields for the dates from which and to which cables are wanted: each a year, a month or a day, or empty.
"use strict";

(function () {
  // onChange: hears both dates, when they make sense.
  cablepress.Dates = class {
    constructor(element, onChange) {
      this.fields = Array.from(element.querySelectorAll("input"));
      this.message = element.querySelector(".message");
      this.shown = ["", ""];
      for (const field of this.fields) {
        field.addEventListener("change", () => {
          const dates = this.fields.map((each) => tidied(each.value));
          if (this.check(dates) && dates.some((date, place) => date !== this.shown[place])) onChange(...dates);
        });
      }
    }

    show(...dates) {
      this.shown = dates;
      this.fields.forEach((field, place) => (field.value = dates[place]));
      this.check(dates);
    }

    // Tells whether dates can be taken; if not, says why, at the field that is wrong.
    check(dates) {
      const wrong = dates.map((date) => date !== "" && !cablepress.period(date));
      const isTurned = cablepress.areTurned(...dates);
      this.fields.forEach((field, place) => field.setAttribute("aria-invalid", String(wrong[place] || isTurned)));
      const noDate = wrong.includes(true) && cablepress.say("script.no_date");
      this.message.textContent = noDate || (isTurned ? cablepress.say("script.turned") : "");
      return this.message.textContent === "";
    }
  };

  // Tells whether the first date is later than all of the second.
  cablepress.areTurned = function (from, to) {
    const [first, last] = [from, to].map(cablepress.period);
    return Boolean(first && last && first[0] >= last[1]);
  };

  // Takes 2004/6/7 and 2004.6.7 for 2004-06-07.
  function tidied(text) {
    return text.trim().replace(/[./\s]+/g, "-").replace(/-(\d)(?!\d)/g, "-0$1");
  }
})();
