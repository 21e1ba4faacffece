// Asks each host's own program about one small site, at the root of the host and
// below a path, and opens pages of it in Chromium with the policy in force.
//
//   node main.mjs SHORTLIST FOLDER [KIND...]
//
// It prints a table and ends with 1 where an answer is not what it must be.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser } from "../browser/visit.mjs";
import { first, place, programs } from "./hosts.mjs";
import { questions } from "./questions.mjs";

const [shortlist, folder, ...wanted] = process.argv.slice(2).map((word, i) => (i < 2 ? resolve(word) : word));
const NOW = ["--now", "2025-10-01"];

// What a kind can do, as the program has it.
const able = {
  // The programs of the first three stand in for the hosts on a developer's machine
  // and send no ranges. That of Netlify also sends the type and the lifetime of its file
  // server in place of those of _headers, and a folder without its slash. The hosts
  // compress what they send, which is not asked of their programs.
  netlify: { sends: true, gone: true, moves: true, types: true, documented: ["compressed", "without its slash", "style sheet", "part of the search", "feed", "a range"] },
  "cloudflare-pages": { sends: true, moves: true, types: true, documented: ["compressed", "a range"] },
  "cloudflare-workers": { sends: true, moves: true, types: true, documented: ["compressed", "a range"] },
  nginx: { sends: true, gone: true, moves: true, types: true, compresses: true },
  caddy: { sends: true, gone: true, moves: true, types: true, compresses: true },
  apache: { sends: true, gone: true, moves: true, types: true, compresses: true },
  s3: { types: true },
  plain: { bare: true },
};

const DOCUMENTED = "documented only";
const say = (fault) => (fault === DOCUMENTED ? fault : fault ? "**no**" : "yes");

const site = join(folder, "site");
rmSync(folder, { recursive: true, force: true });
cpSync("cmd/shortlist/testdata/site", site, { recursive: true });
const guide = join(site, "content/guides/vaults/guide.md");
writeFileSync(guide, readFileSync(guide, "utf8").replace("+++\n", '+++\naliases = ["/guides/safes/", "/old-vaults/"]\n'));
const toml = join(site, "content/site.toml");
writeFileSync(toml, readFileSync(toml, "utf8").replace(/^language.*$/m, "$&\ncompress = true") +
  '\n[[gone]]\npaths = ["/providers/dogwood/"]\ndate = "2025-09"\nreason = "It was wound up."\n');

const run = (...args) => execFileSync(shortlist, args, { encoding: "utf8", maxBuffer: 1 << 26 });

// What a reader does: the guide, the search and a page that is not there.
async function opened(host, browser) {
  const at = { origin: host.origin, url: (path) => host.origin + host.base + path.slice(1) };
  const steps = async (page, fault) => {
    await page.fill('input[type="search"]', "alder");
    await page.waitForFunction(() => document.querySelectorAll("main a[href*='alder']").length > 0, undefined, { timeout: 10_000 })
      .catch(() => fault("the search finds nothing"));
  };
  const faults = [await browser.visit(at, "/guides/vaults/", { width: 360 }), await browser.visit(at, "/search/", { width: 1280 }, steps),
    host.bare ? [] : await browser.visit(at, "/guides/nowhere/", { width: 360 }, undefined, 404)];
  return faults.flat().join("; ");
}

const browser = await openBrowser();
const kinds = wanted.length ? wanted : Object.keys(able);
const table = new Map();
let wrong = 0;
for (const kind of kinds) {
  for (const base of ["/", "/a/b/"]) {
    if (kind === "plain" && base !== "/") continue; // the host maps the path
    const column = base === "/" ? kind : `${kind}, below a path`;
    const root = join(folder, kind, base === "/" ? "root" : "below");
    const flags = ["--site", site, "--host", kind, "--base-url", `https://example.org${base}`, ...NOW];
    run("build", "--quiet", "--out", root, ...flags);
    const own = ["nginx", "caddy", "apache", "s3", "cloudflare-workers"].includes(kind)
      ? run("host", kind, "--site", site, "--base-url", `https://example.org${base}`, "--root", root, ...NOW) : "";
    const { work, at } = place(folder, kind);
    // A host that serves the folder as it is has the site where its address says.
    const host = { ...able[kind], kind, base, origin: `http://127.0.0.1:${at}`, sheet: first(join(root, base), ".css"), part: first(join(root, base, "search"), ".json") };
    host.part = `/search${host.part}`;
    const answers = {};
    let stop = () => {};
    try {
      stop = await programs[kind]({ root, work, at, own, shortlist, site, flags: flags.slice(2) });
      for (const [question, asked] of Object.entries(questions)) {
        answers[question] = host.documented?.includes(question) ? DOCUMENTED : await asked(host).catch((error) => error.message);
      }
      answers.Chromium = await opened(host, browser);
    } catch (error) {
      answers["the program"] = error.message;
    }
    stop();
    table.set(column, answers);
    for (const [question, fault] of Object.entries(answers)) if (fault && fault !== DOCUMENTED) { wrong++; console.error(`${column}: ${question}: ${fault}`); }
  }
}
await browser.close();

const columns = [...table.keys()], rows = [...new Set(columns.flatMap((c) => Object.keys(table.get(c))))];
const text = [`| | ${columns.join(" | ")} |`, `| --- |${" --- |".repeat(columns.length)}`,
  ...rows.map((row) => `| ${row} | ${columns.map((c) => (row in table.get(c) ? say(table.get(c)[row]) : "")).join(" | ")} |`)].join("\n");
console.log(text);
if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, `${text}\n`);
console.log(`${columns.length} hosts, ${rows.length} questions, ${wrong} wrong answers`);
process.exit(wrong ? 1 : 0);
