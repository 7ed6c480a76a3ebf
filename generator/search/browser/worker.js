// The engine's side of a worker, so that a page never waits for a search. Files are loaded by the page, which may use
// scripts; a worker of a page on a disk may load nothing.
"use strict";

(function () {
  if (typeof WorkerGlobalScope === "undefined") return; // these scripts run in the page itself
  const waiting = new Map();
  const engine = new cablepress.Engine(function (name, seal) {
    return new Promise((resolve, reject) => {
      waiting.set(name, [...(waiting.get(name) || []), { resolve, reject }]);
      self.postMessage({ load: name, seal });
    });
  });

  self.onmessage = async function ({ data }) {
    if (data.loaded) {
      const asked = waiting.get(data.loaded) || [];
      waiting.delete(data.loaded);
      for (const { resolve, reject } of asked) data.error ? reject(new Error(data.error)) : resolve(data.text);
      return;
    }
    try {
      const progress = (done, files) => tell({ done, files });
      const early = (answer) => tell({ early: answer });
      tell({ answer: await engine[data.method](data.text, { ...data.options, progress, early }) });
    } catch (error) {
      tell({ error: { message: error.message, hint: error.hint, instead: error.instead } });
    }

    function tell(news) {
      self.postMessage({ number: data.number, ...news });
    }
  };

  self.postMessage({}); // the worker runs
})();
