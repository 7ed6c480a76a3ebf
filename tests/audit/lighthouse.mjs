// Asks Lighthouse about pages, one after another in one browser: reads {url, desktop, seo} from each line of what comes in,
// writes a line of JSON with the scores and what lowered them for each. CHROME_PATH says which browser.
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

const chrome = await launch({ chromeFlags: process.argv.slice(2) });
try {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { url, desktop, seo } = JSON.parse(line);
    const categories = ["performance", "accessibility", "best-practices", ...(seo ? ["seo"] : [])];
    const settings = { port: chrome.port, logLevel: "error", onlyCategories: categories, disableFullPageScreenshot: true };
    const { lhr } = await lighthouse(url, settings, desktop ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    process.stdout.write(`${JSON.stringify(reportOf(lhr))}\n`);
  }
} finally {
  chrome.kill();
}

function reportOf({ categories, audits }) {
  const scores = {};
  const found = {};
  for (const { id, score, auditRefs } of Object.values(categories)) {
    scores[id] = Math.round((score ?? 0) * 100);
    found[id] = auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 1)
      .map(({ id: audit }) => [audit, whereOf(audits[audit])]);
  }
  const metrics = METRICS.map((id) => `${id} ${audits[id].displayValue}`).join(", ");
  return { scores, found, metrics };
}

function whereOf({ title, details, displayValue }) {
  const places = (details?.items ?? []).map((item) => item.node?.selector ?? item.source?.url ?? item.url ?? item.description);
  return [title, displayValue, ...places.filter(Boolean)].filter(Boolean).join(": ");
}
