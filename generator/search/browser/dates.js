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
      const periods = dates.map(cablepress.period);
      const wrong = dates.map((date, place) => date !== "" && !periods[place]);
      const isTurned = Boolean(periods[0] && periods[1] && periods[0][0] >= periods[1][1]);
      this.fields.forEach((field, place) => field.setAttribute("aria-invalid", String(wrong[place] || isTurned)));
      const noDate = wrong.includes(true) && cablepress.say("script.no_date");
      this.message.textContent = noDate || (isTurned ? cablepress.say("script.turned") : "");
      return this.message.textContent === "";
    }
  };

  // Takes 2004/6/7 and 2004.6.7 for 2004-06-07.
  function tidied(text) {
    return text.trim().replace(/[./\s]+/g, "-").replace(/-(\d)(?!\d)/g, "-0$1");
  }
})();
