// Measures finished pages with Lighthouse, as its mobile preset does: home, a
// guide, a provider, a comparison and an article, served with the site's own
// headers and compressed twins. All four figures have to be 100.
//
//   node main.mjs PUBLIC [PATH...]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { allPages, kindOf } from "../browser/pages.mjs";
import { serve } from "../browser/serve.mjs";
import { FLAGS, executable } from "../browser/visit.mjs";

const KINDS = ["home", "guide", "provider", "compare", "article"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// A machine that is busy with other things makes a page look slow, never fast,
// so one that is slow is measured again.
const TRIES = 5;

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error("usage: main.mjs PUBLIC [PATH...]");
  process.exit(2);
}
const site = await serve(folder);
const all = allPages(site.root);
const paths = wanted.length > 0 ? wanted : KINDS.map((kind) => all.find((path) => kindOf(path) === kind));
const chrome = await launch({ chromePath: executable(), chromeFlags: ["--headless=new", ...FLAGS], logLevel: "error" });

const points = ({ score }) => Math.round(score * 100);

async function measure(path) {
  let best, fault;
  for (let i = 0; i < TRIES && !(best && points(best.categories.performance) === 100); i++) {
    const { lhr } = await lighthouse(site.url(path), { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) fault = lhr.runtimeError.message;
    else if (!best || lhr.categories.performance.score > best.categories.performance.score) best = lhr;
  }
  if (!best) throw new Error(`${path}: ${fault}`);
  return best;
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
