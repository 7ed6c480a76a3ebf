// Asks Lighthouse about pages, one after another in one browser: reads {url, desktop, seo} from each line of what comes in,
// writes a line of JSON with the scores, what lowered them, and what does not hang on the machine. CHROME_PATH says which
// browser.
import readline from "node:readline";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
];

// What is measured of a page and is the same on every machine, with the audit and the way to its figure.
const STEADY = {
  shift: ({ "cumulative-layout-shift": { numericValue } }) => Math.round(numericValue * 1000) / 1000,
  bytes: ({ "total-byte-weight": { numericValue } }) => numericValue,
  requests: ({ "network-requests": { details } }) => details.items.length,
  elements: ({ "dom-size": { numericValue } }) => numericValue,
};
// A page of ours has all that it shows as soon as it has come: that nothing follows is seen after half a second, too.
const QUIET_MS = 500;
const SETTINGS = {
  logLevel: "error",
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: QUIET_MS,
  pauseAfterLoadMs: QUIET_MS,
  networkQuietThresholdMs: QUIET_MS,
  cpuQuietThresholdMs: QUIET_MS,
};

const chrome = await launch({ chromeFlags: process.argv.slice(2) });
try {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { url, desktop, seo } = JSON.parse(line);
    const categories = ["performance", "accessibility", "best-practices", ...(seo ? ["seo"] : [])];
    const settings = { ...SETTINGS, port: chrome.port, onlyCategories: categories };
    const { lhr } = await lighthouse(url, settings, desktop ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    process.stdout.write(`${JSON.stringify(reportOf(lhr))}\n`);
  }
} finally {
  chrome.kill();
}

function reportOf({ categories, audits, environment }) {
  const scores = {};
  const found = {};
  for (const { id, score, auditRefs } of Object.values(categories)) {
    scores[id] = Math.round((score ?? 0) * 100);
    found[id] = auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && lowers(audits[audit]))
      .map(({ id: audit }) => [audit, whereOf(audits[audit])]);
  }
  const metrics = METRICS.map((id) => `${id} ${audits[id].displayValue}`).join(", ");
  const steady = Object.fromEntries(Object.entries(STEADY).map(([name, figure]) => [name, figure(audits)]));
  return { scores, found, steady, metrics: `${metrics}, machine's index ${environment.benchmarkIndex}` };
}

// An audit that failed has no score, and takes that of its category with it.
function lowers({ score, scoreDisplayMode }) {
  return scoreDisplayMode === "error" || (score !== null && score < 1);
}

function whereOf({ title, details, displayValue, errorMessage }) {
  const places = (details?.items ?? []).map((item) => item.node?.selector ?? item.source?.url ?? item.url ?? item.description);
  return [title, errorMessage, displayValue, ...places.filter(Boolean)].filter(Boolean).join(": ");
}
