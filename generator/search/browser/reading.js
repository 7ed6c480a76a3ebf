// For the search page: reads the text of a cable from its page, as blocks.
(function () {
  "use strict";

  const AT_ONCE = 3;
  const REMEMBERED = 200;
  const LONGEST = 10000; // ms
  const known = new cablepress.Recent(REMEMBERED); // promises of blocks, by address
  const waiting = [];
  let reading = 0;

  // Gives a promise of the blocks, {anchor, text, prose} each; rejects with an Error if the page cannot be read.
  cablepress.readCable = function (address) {
    let blocks = known.get(address);
    if (!blocks) {
      blocks = inTurn(address);
      known.set(address, blocks);
      blocks.catch(() => known.forget(address)); // to be tried again
    }
    return blocks;
  };

  function inTurn(address) {
    return new Promise((resolve, reject) => {
      waiting.push(() => read(address).then(resolve, reject).finally(end));
      begin();
    });
  }

  function begin() {
    if (reading === AT_ONCE || !waiting.length) return;
    reading += 1;
    waiting.shift()();
  }

  function end() {
    reading -= 1;
    begin();
  }

  function read(address) {
    return location.protocol === "file:" ? readInFrame(address) : fetchPage(address);
  }

  async function fetchPage(address) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), LONGEST);
    try {
      const answer = await fetch(address, { signal: stop.signal });
      if (!answer.ok) throw unread(address);
      const blocks = cablepress.plainBlocks(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (!blocks.length) throw unread(address);
      return blocks;
    } catch (error) {
      throw unread(address);
    } finally {
      clearTimeout(timer);
    }
  }

  // Pages on a disk cannot be fetched, nor may this page look into them; but they answer (cable.js).
  function readInFrame(address) {
    return new Promise((resolve, reject) => {
      const frame = document.createElement("iframe");
      const timer = setTimeout(() => done(reject, unread(address)), LONGEST);
      frame.hidden = true;
      frame.src = address;
      frame.onload = () => frame.contentWindow.postMessage("cablepress.read", "*");
      addEventListener("message", take);
      document.body.append(frame);

      function take({ source, data }) {
        if (source === frame.contentWindow && data && data.blocks) done(resolve, data.blocks);
      }

      function done(settle, outcome) {
        clearTimeout(timer);
        removeEventListener("message", take);
        frame.remove();
        settle(outcome);
      }
    });
  }

  function unread(address) {
    return new Error(cablepress.say("script.not_read", { address }));
  }
})();
