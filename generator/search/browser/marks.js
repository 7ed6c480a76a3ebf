// On a cable's page: marks what was searched for, jumps to it, and shows a bar to go from place to place.
(function () {
  "use strict";

  const MOST = 2000; // places that are marked: browsers lay out a paragraph with 20,000 marks for seconds

  // Marks what an address asks for (`?mark=`), in the subject and the text.
  cablepress.showMarks = function (asked) {
    const sought = cablepress.decodeSought(asked);
    const subject = document.querySelector("h1");
    const blocks = [cablepress.blockOf(subject, ""), ...cablepress.blocksOf(document)];
    const places = [];
    let all = true;
    for (const block of blocks) {
      const spans = cablepress.spansOf(block.text, sought);
      const some = spans.slice(0, MOST - places.length);
      all = all && some.length === spans.length;
      places.push(...markBlock(block, some));
    }
    const bar = cablepress.element("div", "marks");
    const status = cablepress.element("p");
    let current = 0;
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", cablepress.say("script.marked"));
    status.setAttribute("role", "status");
    bar.append(status);
    if (places.length > 1) {
      bar.append(button(cablepress.say("list.previous"), () => go(current - 1)), button(cablepress.say("list.next"), () => go(current + 1)));
    }
    bar.append(button(places.length ? cablepress.say("script.remove_marks") : cablepress.say("script.close"), remove));
    // First of what Tab reaches in the page's content, though it is shown below.
    document.querySelector("main").prepend(bar);
    document.documentElement.classList.add("marked");
    if (places.length) {
      const from = document.querySelector(":target") || document.querySelector(".text");
      const first = places.findIndex(({ marks }) => from.compareDocumentPosition(marks[0]) & Node.DOCUMENT_POSITION_FOLLOWING);
      choose(Math.max(first, 0));
      if (first >= 0) show("instant");
    }
    setTimeout(tell, 100); // what a live region has when it comes into the page is not announced

    function go(place) {
      choose((place + places.length) % places.length);
      show("auto"); // as the style sheet says, which heeds a reader who wants no motion
      tell();
    }

    function choose(place) {
      for (const mark of places[current].marks) mark.removeAttribute("aria-current");
      current = place;
      for (const mark of places[current].marks) mark.setAttribute("aria-current", "true");
    }

    function show(behavior) {
      places[current].marks[0].scrollIntoView({ block: "center", behavior });
    }

    function tell() {
      if (!places.length) {
        status.textContent = cablepress.say("script.not_in_text");
        return;
      }
      const { marks, anchor } = places[current];
      const number = /^p(\d+)/.exec(anchor);
      const words = marks.map((mark) => mark.textContent).join("");
      const values = { place: current + 1, count: places.length };
      status.textContent = all ? cablepress.say("script.place", values) : cablepress.say("script.place_of_first", values);
      const where = number ? cablepress.say("script.in_paragraph", { words, number: number[1] }) : words;
      status.append(cablepress.element("span", "unseen", `: ${where}`));
    }

    function remove() {
      const block = places.length ? places[current].marks[0].closest("h1, .text li, .text tr, .text > *") : subject;
      for (const mark of places.flatMap(({ marks }) => marks)) mark.replaceWith(...mark.childNodes);
      bar.remove();
      document.documentElement.classList.remove("marked");
      // Who goes by keyboard or by ear goes on where the last place was.
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
      forget();
    }
  };

  // Puts spans of a block's text into mark elements; gives them as places, of which one may be in several elements.
  function markBlock({ anchor, text, nodes }, spans) {
    const places = spans.map(([start, end]) => ({ start, end, anchor, marks: [] }));
    let next = 0;
    for (const { node, start } of nodes) {
      const end = start + node.data.length;
      const fragment = document.createDocumentFragment();
      let done = start;
      while (next < places.length && places[next].end <= start) next += 1;
      for (let place = next; place < places.length && places[place].start < end; place += 1) {
        const from = Math.max(places[place].start, start);
        const to = Math.min(places[place].end, end);
        const mark = cablepress.element("mark", "", text.slice(from, to));
        fragment.append(text.slice(done, from), mark);
        places[place].marks.push(mark);
        done = to;
      }
      if (done === start) continue;
      fragment.append(text.slice(done, end));
      node.replaceWith(fragment);
    }
    return places;
  }

  // Takes the words out of the address, so that the page is linked and loaded again without marks.
  function forget() {
    const address = new URL(location.href);
    address.searchParams.delete("mark");
    try {
      history.replaceState(history.state, "", address.href);
    } catch (error) {
      // some browsers refuse this on file://
    }
  }

  function button(text, press) {
    const made = cablepress.element("button", "", text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }
})();
