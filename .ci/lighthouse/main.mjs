// Measures finished pages with Lighthouse, as its mobile preset does: the page
// of each kind that says most, served with the site's own headers and compressed
// twins. All four figures have to be 100, in the median of five measurements.
//
//   node main.mjs PUBLIC [PATH...]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { allPages, sample } from "../browser/pages.mjs";
import { serve } from "../browser/serve.mjs";
import { FLAGS, executable } from "../browser/visit.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 5;

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error("usage: main.mjs PUBLIC [PATH...]");
  process.exit(2);
}
const site = await serve(folder);
const paths = wanted.length > 0 ? wanted : sample(site.root, allPages(site.root)).filter((path) => path !== "/404.html");
const chrome = await launch({ chromePath: executable(), chromeFlags: ["--headless=new", ...FLAGS], logLevel: "error" });

const points = ({ score }) => Math.round(score * 100);

// measure returns the run whose performance is the median of all; the other
// figures do not vary. Once most runs have reached 100 the rest cannot change the
// median. A run that Lighthouse itself could not finish is made again.
async function measure(path) {
  const runs = [];
  let full = 0, failures = 0;
  while (runs.length < RUNS && full <= RUNS / 2) {
    const { lhr } = await lighthouse(site.url(path), { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) {
      if (++failures === RUNS) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      continue;
    }
    runs.push(lhr);
    if (points(lhr.categories.performance) === 100) full++;
  }
  runs.sort((a, b) => b.categories.performance.score - a.categories.performance.score);
  return runs[Math.min(runs.length, (RUNS + 1) / 2) - 1];
}

// The audits that cost a page its 100, with what they point at.
function* lacks({ categories, audits }) {
  for (const name of CATEGORIES) {
    if (points(categories[name]) === 100) continue;
    for (const { id, weight } of categories[name].auditRefs) {
      const { score, title, displayValue = "", details } = audits[id];
      if (!weight || score === null || score >= 0.995) continue;
      const at = details?.items?.[0];
      yield `${name}: ${id}: ${title} ${displayValue} ${at?.node?.selector ?? at?.url ?? at?.description ?? ""}`.trim();
    }
  }
}

const row = (cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(15) : cell.padEnd(60))).join(""));
row(["", ...CATEGORIES]);
let failed = false;
for (const path of paths) {
  const result = await measure(path);
  row([path, ...CATEGORIES.map((name) => points(result.categories[name]))]);
  failed ||= CATEGORIES.some((name) => points(result.categories[name]) !== 100);
  for (const line of lacks(result)) console.log(`    ${line}`);
}
await chrome.kill();
site.close();
process.exit(failed ? 1 : 0);
