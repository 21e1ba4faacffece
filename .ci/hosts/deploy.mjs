// Deploys a site to a real S3 server through a proxy that breaks a request: each
// request once, before it reaches the server and after. It looks at what a reader
// would get after each request that writes and after each break, deploys again, and
// undoes it.
//
//   node deploy.mjs SHORTLIST VERSITYGW FOLDER
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { join, resolve } from "node:path";
import { KEYS, remote, signed } from "./bucket.mjs";
import { start } from "./hosts.mjs";

const [shortlist, gateway, folder] = process.argv.slice(2).map((path) => resolve(path));
const NOW = "2025-10-01", INNER = Number(process.env.PORT ?? 8790), PROXY = INNER + 1;
// BREAK=before or after does half of it, and EVERY=10 breaks each tenth request from
// FROM on, so that several (with a PORT and a folder each) can share the work.
const HALVES = { before: [false], after: [true] }[process.env.BREAK] ?? [false, true];
rmSync(folder, { recursive: true, force: true });
const site = join(folder, "site"), data = join(folder, "data"), out = join(folder, "public");
cpSync("cmd/shortlist/testdata/site", site, { recursive: true });
mkdirSync(join(site, "static"));
mkdirSync(data, { recursive: true });

// Three revisions: the second changes a score, a style sheet and a page's name.
const git = (...args) => execFileSync("git", ["-C", site, "-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { encoding: "utf8" }).trim();
const edit = (name, from, to) => {
  const path = join(site, name), text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
};
git("init", "-q");
cpSync("static/site.css", join(site, "static/site.css"));
git("add", "-A");
git("commit", "-qm", "one");
edit("content/guides/vaults/guide.md", "A vault is only as good", "A vault is merely as good");
writeFileSync(join(site, "static/site.css"), `${readFileSync(join(site, "static/site.css"), "utf8")}\n.another { color: inherit; }\n`);
git("mv", "content/pages/corrections.md", "content/pages/errata.md");
git("add", "-A");
git("commit", "-qm", "two");

// The proxy: forwards to the server, counts, and breaks one request.
let count = 0, broken = { at: 0, after: false }, moments = 0, bad = [];
const look = (from) => {
  if (from.method === "GET" || from.method === "HEAD" || !existsSync(join(data, "live/index.html"))) return;
  moments++;
  for (const fault of read().faults) bad.push(`after ${from.method} ${from.url}: ${fault}`);
};
const proxy = createServer((from, to) => {
  const here = ++count === broken.at;
  if (here && !broken.after) return from.socket.destroy();
  const onward = ask({ host: "127.0.0.1", port: INNER, method: from.method, path: from.url, headers: from.headers }, (answer) => {
    look(from);
    if (here) { answer.resume(); answer.on("end", () => from.socket.destroy()); return; }
    to.writeHead(answer.statusCode, answer.rawHeaders.length ? Object.fromEntries(Object.entries(answer.headers)) : {});
    answer.pipe(to);
  });
  onward.on("error", () => from.socket.destroy());
  from.pipe(onward);
});
await new Promise((done) => proxy.listen(PROXY, "127.0.0.1", done));
const stop = await start(gateway, ["--port", `127.0.0.1:${INNER}`, "--access", KEYS.access, "--secret", KEYS.secret, "posix", data], { cwd: folder, at: `http://127.0.0.1:${INNER}/` });
const env = { ...process.env, ...remote(PROXY), RCLONE_RETRIES: "1", RCLONE_LOW_LEVEL_RETRIES: "1" };
execFileSync("rclone", ["mkdir", "TEST:live"], { env: { ...env, ...remote(INNER) } }); // this process must not wait for itself

// Runs the program beside the proxy, which lives in this process.
const run = (...args) => new Promise((done) => {
  const child = spawn(shortlist, args, { env });
  let said = "";
  bad = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
  child.on("close", (status) => done({ status, said, bad }));
});
// Each revision is built once; undoing by `--revision` is tried at the end.
const deploy = (revision, ...more) => run("deploy", "TEST:live", "--quiet", "--site", site, "--now", NOW, "--out", join(folder, revision), ...more);

// What a reader gets who begins at the home page and follows links: every page,
// with each style sheet and script as the page expects it.
function read() {
  const live = join(data, "live"), seen = new Set(), waiting = ["/"], faults = [];
  while (waiting.length) {
    const path = waiting.pop(), file = join(live, path.endsWith("/") ? `${path}index.html` : path);
    if (seen.has(path)) continue;
    seen.add(path);
    if (!existsSync(file)) { faults.push(`${path} is not there`); continue; }
    const text = readFileSync(file, "utf8");
    for (const [tag] of text.matchAll(/<(link|script|img)\b[^>]*>/g)) {
      const at = /\b(?:href|src)="?(\/[^"\s>]*)/.exec(tag)?.[1], sum = /integrity="?sha256-([^"\s>]+)/.exec(tag)?.[1];
      if (!at || /rel="?(canonical|alternate)/.test(tag)) continue;
      const asset = join(live, at);
      if (!existsSync(asset)) faults.push(`${path} lacks ${at}`);
      else if (sum && createHash("sha256").update(readFileSync(asset)).digest("base64") !== sum.replaceAll("&#43;", "+")) faults.push(`${path} has another ${at}`);
    }
    for (const [, at] of text.matchAll(/<a\b[^>]*\bhref="?(\/[^"#\s>]*)/g)) if (at.endsWith("/")) waiting.push(at);
  }
  return { pages: seen.size, faults };
}

const faults = [];
const expect = (what, is) => { if (!is) { faults.push(what); console.log(`FAULT ${what}`); } };
// A reader at any moment of a deploy.
const atAnyMoment = (name, result) => expect(`${name}: ${result.bad.slice(0, 5).join(", ")}`, result.bad.length === 0);
const same = (text) => text.slice(0, 300).replaceAll("\n", " ");

const [one, two] = [git("rev-parse", "HEAD~1"), git("rev-parse", "HEAD")];
for (const revision of [one, two]) await run("build", "--quiet", "--site", site, "--host", "s3", "--now", NOW, "--out", join(folder, revision), "--revision", revision);
const first = await deploy(one);
expect(`the first deploy: ${same(first.said)}`, first.status === 0);
const sum = () => JSON.parse(readFileSync(join(data, "live/build/manifest.json"), "utf8")).sha256;
const sums = { [one]: sum() };
const whole = read();
expect(`after the first: ${whole.faults}`, whole.faults.length === 0 && whole.pages > 15);

// Nothing has changed: nothing is sent. Counted, and then the second revision.
count = 0;
await deploy(one);
const idle = count;
execFileSync("sh", ["-c", `rm -rf '${folder}/before' && cp -a '${data}' '${folder}/before'`]);
count = 0;
const second = await deploy(two);
const requests = count;
expect(`the second deploy: ${same(second.said)}`, second.status === 0);
sums[two] = sum();
expect("the removed page is gone", !existsSync(join(data, "live/corrections/index.html")) && existsSync(join(data, "live/errata/index.html")));
atAnyMoment("while the second is sent", second);
const kept = execFileSync("sh", ["-c", `ls '${data}/live/assets' | grep -c '^site\\.'`], { encoding: "utf8" }).trim();
expect(`the style sheet of pages that are open is kept: ${kept}`, kept === "2");

// A foreign file stays, whatever is deployed.
const restore = () => execFileSync("sh", ["-c", `rm -rf '${data}/live' && cp -a '${folder}/before/live' '${data}/live' && mkdir -p '${data}/live/mine' && echo 1 >'${data}/live/mine/own.txt'`]);
const EVERY = Number(process.env.EVERY ?? 1), FROM = Number(process.env.FROM ?? 1);
const all = HALVES.length * Math.ceil((requests - FROM + 1) / EVERY);
console.log(`${requests} requests send ${two.slice(0, 7)}, ${idle} where nothing has changed; ${all} deploys to break`);
const tally = { breaks: 0, ended: 0, whole: 0, resumed: 0, undone: 0, pages: 0 };
for (const after of HALVES) {
  for (let at = FROM; at <= requests; at += EVERY) {
    restore();
    count = 0;
    broken = { at, after };
    const result = await deploy(two);
    broken = { at: 0 };
    tally.breaks++;
    if (result.status !== 0) tally.ended++;
    const name = `request ${at} of ${requests}, broken ${after ? "after" : "before"} it reached the server`;
    const seen = read();
    tally.pages += seen.pages;
    expect(`${name}: ${seen.faults.join(", ")}`, seen.faults.length === 0);
    if (seen.faults.length === 0) tally.whole++;
    atAnyMoment(`${name}: meanwhile`, result);
    expect(`${name}: it says all is sent, which is not so`, result.status !== 0 || sum() === sums[two]);
    const again = await deploy(two, "--unlock");
    atAnyMoment(`${name}: while it is deployed again`, again);
    expect(`${name}: deployed again: ${same(again.said)}`, again.status === 0 && sum() === sums[two] && read().faults.length === 0);
    if (again.status === 0 && sum() === sums[two]) tally.resumed++;
    if (at % 5 === 0) {
      const undo = await deploy(one);
      expect(`${name}: undone: ${same(undo.said)}`, undo.status === 0 && sum() === sums[one] && read().faults.length === 0);
      atAnyMoment(`${name}: while it is undone`, undo);
      if (undo.status === 0 && sum() === sums[one]) tally.undone++;
    }
    expect(`${name}: a foreign file is gone`, existsSync(join(data, "live/mine/own.txt")));
    console.log(`${tally.breaks}/${all} ${name}: ${result.status === 0 ? "sent" : "ended"}; so far ${tally.ended} ended, ${tally.whole} whole, ${tally.resumed} resumed, ${tally.undone} undone, ${moments} moments, ${faults.length} faults`);
  }
}

// Two at once: never both, and what is live is one of the two.
restore();
const both = await Promise.all([deploy(one), deploy(two)]);
expect(`two at once: ${both.map((b) => same(b.said)).join(" | ")}`, both.every((b) => b.status === 0 || /another deploy is at work/.test(b.said)) && read().faults.length === 0);
expect("two at once: another sum", Object.values(sums).includes(sum()));

// Undone by its name in git.
await deploy(two, "--unlock");
const undone = await run("deploy", "TEST:live", "--quiet", "--site", site, "--host", "s3", "--now", NOW, "--out", out, "--revision", "HEAD~1");
expect(`undone by its name: ${same(undone.said)}`, undone.status === 0 && sum() === sums[one] && read().faults.length === 0);

// The headers that each kind of file was sent with.
const headers = async (path) => (await fetch(`http://127.0.0.1:${INNER}/live${path}`, { headers: signed("GET", `http://127.0.0.1:${INNER}/live${path}`) })).headers;
await deploy(two, "--unlock");
for (const [path, kind] of [["/index.html", "text/html; charset=utf-8"], ["/feed.xml", "application/atom+xml; charset=utf-8"], ["/guides/vaults/index.md", "text/markdown; charset=utf-8"], ["/guides/vaults/ranking.csv", "text/csv; charset=utf-8"], ["/guides/vaults/ranking.json", "application/json"]]) {
  const got = await headers(path);
  expect(`${path}: ${got.get("content-type")}, ${got.get("cache-control")}`, got.get("content-type") === kind && got.get("cache-control") === "public, max-age=0, must-revalidate");
}

stop();
proxy.close();
proxy.closeAllConnections();
for (const fault of faults) console.error(fault);
console.log(`${tally.breaks} deploys with one request broken: ${tally.ended} ended with an error, ` +
  `${tally.whole} left every page with its assets (${tally.pages} pages read), ${tally.resumed} were whole after the next deploy, ${tally.undone} undone; a reader at ${moments} moments; ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
