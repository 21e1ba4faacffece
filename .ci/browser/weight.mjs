// Weighs the finished site: what a guide costs its reader, in bytes. The first
// view is what the browser asks for to show a guide, as it comes over the wire.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { allPages, kindOf } from "./pages.mjs";
import { dataOf } from "./scripts.mjs";

const LIMITS = { html: 100_000, view: 45_000, withFonts: 120_000, css: 14_000, scripts: 16_000 };
const ENTRIES = 10; // the limit of a guide's HTML is for a guide of so many

const size = (file) => statSync(existsSync(file + ".br") ? file + ".br" : file).size;
const kB = (bytes) => (bytes / 1000).toFixed(1);
const figures = { html: 0, view: 0, withFonts: 0, moved: 0 };

function over(expect, what, bytes, limit) {
  expect(bytes <= limit, `${what} weighs ${kB(bytes)} kB, more than ${kB(limit)} kB`);
}

export async function guide(page, expect, site) {
  const { places } = dataOf(page, site);
  await page.waitForLoadState("networkidle");
  const html = await page.evaluate(() => performance.getEntriesByType("navigation")[0].decodedBodySize);
  over(expect, "its HTML", html * Math.min(1, ENTRIES / places.length), LIMITS.html);
  const parts = await page.evaluate(() => performance.getEntries().filter((entry) => "encodedBodySize" in entry)
    .map((entry) => [entry.name, entry.encodedBodySize]));
  // A browser without a window does not ask for the icon.
  const icon = new URL(await page.locator("link[rel=icon]").getAttribute("href"), page.url());
  parts.push([icon.href, size(join(site.root, icon.pathname.slice(site.base.length)))]);
  const sum = (list) => list.reduce((all, [, bytes]) => all + bytes, 0);
  const isFont = ([url]) => url.endsWith(".woff2");
  const what = parts.map(([url, bytes]) => `${new URL(url).pathname.split("/").at(-1) || "page"} ${kB(bytes)}`).join(", ");
  const [view, withFonts] = [sum(parts.filter((part) => !isFont(part))), sum(parts)];
  over(expect, `the first view without fonts (${what})`, view, LIMITS.view);
  over(expect, `the first view (${what})`, withFonts, LIMITS.withFonts);
  const moved = await page.evaluate(shift);
  expect(moved === 0, `moves while it loads: layout shift ${moved}`);
  figures.moved = Math.max(figures.moved, moved);
  figures.html = Math.max(figures.html, html);
  figures.view = Math.max(figures.view, view);
  figures.withFonts = Math.max(figures.withFonts, withFonts);
}

// Runs in the page: how much of what was seen has moved by itself.
function shift() {
  return new Promise((done) => {
    let sum = 0;
    const seen = new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; });
    seen.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 100);
  });
}

// All style sheets, and all scripts, whichever page loads them.
export function weigh(site, fault, limits = LIMITS) {
  const assets = join(site.root, "assets");
  const all = (end) => readdirSync(assets).filter((name) => name.endsWith(end)).reduce((sum, name) => sum + size(join(assets, name)), 0);
  const [css, scripts] = [all(".css"), all(".js")];
  const expect = (ok, what) => { if (!ok) fault(what); };
  over(expect, "the style sheets: all", css, limits.css);
  over(expect, "the scripts: all", scripts, limits.scripts);
  return `weight: a guide's HTML ${kB(figures.html)} of ${kB(LIMITS.html)} kB; its first view ${kB(figures.view)} of ${kB(LIMITS.view)},`
    + ` with fonts ${kB(figures.withFonts)} of ${kB(LIMITS.withFonts)}; layout shift ${figures.moved};`
    + ` compressed, the CSS ${kB(css)} of ${kB(LIMITS.css)}, all scripts ${kB(scripts)} of ${kB(LIMITS.scripts)}`;
}

export function stories(site) {
  return allPages(site.root).filter((path) => kindOf(path) === "guide").map((path) => ({ path, width: 360, run: guide }));
}
