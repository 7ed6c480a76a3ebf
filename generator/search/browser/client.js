// The page's side of the search: starts the engine, in a worker where that is possible, and loads files for it.
//
// Files are scripts that call `cablepress.receive`: the only way that works on a disk, where fetch, import and workers'
// own loading do not.
"use strict";

var cablepress = globalThis.cablepress || {};

(function () {
  const received = {};
  const loading = new Map();
  const scripts = new Map();
  let opened = null;

  // Called by the data's scripts.
  cablepress.receive = function (name, text) {
    if (received[name]) received[name](text);
  };

  // Gives a promise of the text in a script: the same to all who ask while it is on its way. One that failed is asked for
  // again the next time.
  function load(folder, name, seal) {
    if (!loading.has(name)) {
      const forget = () => loading.delete(name);
      loading.set(name, loadScript(folder, name, seal));
      loading.get(name).then(forget, forget);
    }
    return loading.get(name);
  }

  function loadScript(folder, name, seal) {
    return new Promise((resolve, reject) => {
      received[name] = resolve;
      // The seal is in the address, so that no cache gives the file of an earlier build.
      const version = seal === undefined ? "" : `?${seal.toString(36)}`;
      run(`${folder}${name}.js${version}`).then(
        () => reject(new Error(cablepress.say("script.damaged", { file: `search/${name}.js` }))), // does nothing once resolved
        () => reject(new Error(cablepress.say("script.not_loaded", { file: `search/${name}.js` }))),
      );
    });
  }

  function run(address) {
    const script = document.createElement("script");
    return new Promise((resolve, reject) => {
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(cablepress.say("script.not_loaded", { file: address })));
      document.head.appendChild(script);
    }).finally(() => script.remove());
  }

  // Gives a promise that a script has run; it runs once.
  cablepress.loadScript = function (address) {
    if (!scripts.has(address)) {
      const running = run(address);
      running.catch(() => scripts.delete(address)); // to be tried again
      scripts.set(address, running);
    }
    return scripts.get(address);
  };

  // Opens the search in a folder; gives a promise of it. Its `search(text, options)` and `named(text)` give what the
  // engine's do (engine.js), or reject with an Error to be shown; `.hint` says what to do about a query, else trying again may help.
  cablepress.open = function (folder) {
    if (typeof DecompressionStream === "undefined") return Promise.reject(new Error(cablepress.say("script.too_old")));
    if (!opened) {
      opened = load(folder, "engine").then(async function (source) {
        const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        return (await startWorker(folder, address)) || startHere(folder, address);
      });
      opened.catch(() => (opened = null)); // to be tried again
    }
    return opened;
  };

  // Gives the search, or null where no worker starts: some browsers and settings refuse it.
  async function startWorker(folder, address) {
    let worker;
    const started = await new Promise((resolve) => {
      try {
        worker = new Worker(address);
        worker.onmessage = () => resolve(true); // its greeting
        worker.onerror = () => resolve(false);
      } catch (error) {
        resolve(false);
      }
    });
    if (!started) return null;
    const asked = new Map();
    let number = 0;
    worker.onmessage = async function ({ data }) {
      if (data.load) {
        const answer = { loaded: data.load };
        try {
          answer.text = await load(folder, data.load, data.seal);
        } catch (error) {
          answer.error = error.message;
        }
        worker.postMessage(answer);
        return;
      }
      if (!asked.has(data.number)) return; // first results that come after all of them
      const { resolve, reject, progress, early } = asked.get(data.number);
      if (data.files) return progress(data.done, data.files);
      if (data.early) return early(data.early);
      asked.delete(data.number);
      if (data.error) reject(Object.assign(new Error(data.error.message), data.error));
      else resolve(data.answer);
    };
    function ask(method, text, { progress = () => {}, early = () => {}, ...options } = {}) {
      return new Promise((resolve, reject) => {
        asked.set((number += 1), { resolve, reject, progress, early });
        worker.postMessage({ number, method, text, options });
      });
    }
    return { search: (text, options) => ask("search", text, options), named: (text) => ask("named", text) };
  }

  async function startHere(folder, address) {
    await cablepress.loadScript(address);
    return new cablepress.Engine((name, seal) => load(folder, name, seal));
  }
})();
