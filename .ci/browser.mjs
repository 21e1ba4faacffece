// Opens finished pages in Chromium.
//
//   node browser.mjs check PUBLIC            every page, as a phone shows it
//   node browser.mjs shots PUBLIC OUT [PATH...]   pictures of some pages
//
// Either way it fails when a page logs an error, asks for something that is not
// there or that is not ours, breaks the content security policy, or has to be
// moved sideways to be read. CHROMIUM names the browser if it is not on the PATH.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const WIDTHS = [320, 360, 1280];
const SCHEMES = ["light", "dark"];
const AT_ONCE = 2;
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png",
  ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

const [mode, folder, out, ...wanted] = process.argv.slice(2);
if (!["check", "shots"].includes(mode) || !folder || (mode === "shots" && !out)) {
  console.error("usage: browser.mjs check PUBLIC | shots PUBLIC OUT [PATH...]");
  process.exit(2);
}
const root = resolve(folder);
// The content security policy that the site declares is enforced.
const POLICY = readFileSync(join(root, "_headers"), "utf8").match(/Content-Security-Policy: (.+)/)[1];

// The path of base_url, as the home page's canonical address says it.
function basePath() {
  const home = readFileSync(join(root, "index.html"), "utf8");
  const tag = home.match(/<link\b[^>]*\brel="?canonical"?[^>]*>/i)?.[0] ?? "";
  const href = tag.match(/\bhref="?([^"\s>]+)/i)?.[1];
  return href ? new URL(href).pathname : "/";
}

// The paths of all pages but those that only lead elsewhere.
function pages() {
  const found = [];
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    if (!name.endsWith(".html")) continue;
    if (/http-equiv="?refresh/i.test(readFileSync(join(root, name), "utf8"))) continue;
    found.push("/" + name.replace(/(^|\/)index\.html$/, "$1"));
  }
  return found;
}

// Two pages of every kind: those that stand equally deep in one section.
function sample(paths) {
  const seen = new Map();
  return paths.filter((path) => {
    const parts = path.split("/");
    const kind = parts.length > 3 ? [parts[1], parts.length, parts[3]].join() : path;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind) <= 2;
  });
}

function serve(base) {
  const send = (response, status, path) => {
    response.writeHead(status, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
    response.end(readFileSync(path));
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = path.startsWith(base) ? join(root, path.slice(base.length)) : "";
    if (file && path.endsWith("/")) file = join(file, "index.html");
    if (file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile()) return send(response, 200, file);
    send(response, 404, join(root, "404.html"));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const base = basePath();
const server = await serve(base);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

const faults = [];

// Opens a page as a reader with that screen does, and reports what is wrong.
async function visit(path, width, scheme, after) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" });
  const fault = (what) => faults.push(`${path} (${width} px, ${scheme}): ${what}`);
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => fault(error.message));
    page.on("response", (response) => { if (response.status() >= 400) fault(`${response.status()} for ${response.url()}`); });
    page.on("console", (message) => {
      // What the server refused is reported above, with its address.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) fault(message.text());
    });
    await page.route((url) => url.origin !== origin, (route) => {
      fault(`asks another origin: ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(origin + base + path.slice(1), { waitUntil: "load" });
    const [inner, content] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
    if (content > inner) fault(`is ${content} px wide, so it has to be moved sideways`);
    if (after) await after(page);
  } finally {
    await context.close();
  }
}

// Types the beginning of the first title that the search page lists, as a
// reader does, and finds it; then comes back by the address that this leaves.
async function search(page) {
  const expect = (ok, what) => { if (!ok) faults.push(`/search/: ${what}`); };
  const first = page.locator("#all a").first();
  const [title, href] = [await first.textContent(), await first.getAttribute("href")];
  const found = async () => {
    await page.waitForFunction(() => document.getElementById("all").hidden);
    return page.locator("#results a").first().getAttribute("href");
  };
  await page.locator("#q").focus();
  await page.keyboard.type(title.slice(0, -3), { delay: 20 });
  await page.waitForURL((url) => url.searchParams.get("q") === title.slice(0, -3));
  expect(await found() === href, `typing "${title.slice(0, -3)}" does not find it first`);
  const status = await page.locator("[role=status]").textContent();
  expect(/^[1-9]\d* results?$/.test(status), `says "${status}"`);
  await page.reload();
  expect(await found() === href, "the address does not bring the results back");
  await page.locator("[name=kind][value=guide]").check();
  await page.waitForURL((url) => url.searchParams.get("kind") === "guide");
  expect(await found() === href, "keeping to guides loses the guide");
  await page.locator("#q").fill("");
  await page.waitForFunction(() => !document.getElementById("all").hidden);
  expect(await page.locator("#results li").count() === 0, "results stay when the words are gone");
}

const jobs = [];
if (mode === "check") {
  for (const path of pages()) jobs.push(() => visit(path, 320, "light"));
  jobs.push(() => visit("/search/", 1280, "light", search));
} else {
  mkdirSync(out, { recursive: true });
  for (const path of wanted.length > 0 ? wanted : sample(pages())) {
    const name = path.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-") || "home";
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const file = join(out, `${name}.${width}.${scheme}.png`);
        jobs.push(() => visit(path, width, scheme, (page) => page.screenshot({ path: file, fullPage: true })));
      }
    }
  }
}
const total = jobs.length;
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await job();
}));
await browser.close();
server.close();

for (const line of faults.sort()) console.error(line);
console.log(mode === "check" ? `${total} pages opened, ${faults.length} faults` : `${total} pictures in ${out}`);
process.exit(faults.length > 0 ? 1 : 0);
