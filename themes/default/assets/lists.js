// Lists and indexes: shortens what stands on this page by words, and orders it. The address stays as it is.
// The form is on the page, hidden, with all words that are shown; without this script there is none that does nothing.
(function () {
  "use strict";

  const form = document.querySelector("form.sift");
  if (!form) return;
  const input = form.querySelector("input");
  const order = form.querySelector("select");
  const status = form.querySelector("[role=status]");
  const groups = Array.from(document.querySelectorAll(".group"), (element) => ({
    element,
    text: fold(element.querySelector("h2").textContent),
    items: [],
  }));
  const items = Array.from(document.querySelectorAll(form.dataset.items), (element, place) => {
    const group = groups.find((each) => each.element.contains(element));
    const item = { element, place, text: fold(`${group ? group.text : ""} ${element.textContent}`) };
    if (group) group.items.push(item);
    return item;
  });

  // Letters without their accents and capitals, as a reader may type them.
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  }

  function numberOf(count) {
    return count.toLocaleString(document.documentElement.lang);
  }

  function sift() {
    const words = fold(input.value).split(" ").filter(Boolean);
    const passes = ({ text }) => words.every((word) => text.includes(word));
    for (const item of items) item.element.hidden = !passes(item);
    for (const { element, text, items: inside } of groups) {
      element.hidden = inside.length ? inside.every((item) => item.element.hidden) : !passes({ text });
    }
    const shown = items.filter((item) => !item.element.hidden).length;
    status.textContent = words.length
      ? form.dataset.status.replace("{shown}", numberOf(shown)).replace("{all}", numberOf(items.length))
      : "";
  }

  // What each order goes by; nothing comes behind everything.
  const levels = order ? order.dataset.levels.split("|") : [];
  const KEYS = {
    oldest: (element) => dateOf(element),
    newest: (element) => dateOf(element),
    sender: (element) => senderOf(element),
    subject: (element) => fold(element.querySelector(".entry-subject").textContent),
    level: (element) => {
      const found = element.querySelector("[data-level]");
      return found ? String.fromCharCode(1 + (levels.indexOf(found.dataset.level) + levels.length + 1) % (levels.length + 1)) : "";
    },
  };

  function dateOf(element) {
    const time = element.querySelector("time");
    return time ? time.getAttribute("datetime") : "";
  }

  // The sender stands between the date, if there is one, and the id.
  function senderOf(element) {
    const facts = Array.from(element.querySelectorAll(".fact:not(time)"));
    return facts.length > 1 ? facts[0].textContent : "";
  }

  function sort() {
    const key = KEYS[order.value];
    const way = order.value === "newest" ? -1 : 1;
    const keyed = items.map((item) => ({ ...item, key: key(item.element) }));
    keyed.sort((a, b) => {
      if (!a.key || !b.key) return !a.key - !b.key || a.place - b.place;
      return a.key < b.key ? -way : a.key > b.key ? way : a.place - b.place;
    });
    for (const { element } of keyed) element.parentNode.append(element);
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", sift);
  if (order) order.addEventListener("change", sort);
  // A browser that comes back to the page may have kept what was typed and chosen.
  addEventListener("pageshow", () => {
    sift();
    if (order && order.value !== "oldest") sort();
  });
})();
