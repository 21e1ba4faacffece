// Begins a publication with `shortlist init`, and runs the steps of the workflow that
// it gets one by one, as its host would: for a pull request, for what reaches the
// main branch, and each hour. What is live is a folder behind nginx.
//
//   node workflow.mjs SHORTLIST FOLDER
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser } from "../browser/visit.mjs";
import { programs } from "./hosts.mjs";

const [shortlist, folder] = process.argv.slice(2).map((path) => resolve(path));
const PORT = 8799, address = `http://127.0.0.1:${PORT}/`;
rmSync(folder, { recursive: true, force: true });
const at = (name) => join(folder, name);
for (const name of ["bin", "home", "live", "temp", "work"]) mkdirSync(at(name), { recursive: true });

// What the runner of the host has: an archive of the program, gh, and sudo, of which
// nothing is asked here.
execFileSync("tar", ["-czf", at("shortlist.tar.gz"), "-C", resolve(shortlist, ".."), "--transform", "s/.*/shortlist/", "hosts-shortlist"]);
const program = (name, text) => { writeFileSync(join(at("bin"), name), text); chmodSync(join(at("bin"), name), 0o755); };
program("sudo", "#!/bin/sh\nexit 0\n");
// gh keeps one comment in a file, and notes how it was called.
program("gh", `#!/bin/sh
echo "$*" >>"${at("gh.log")}"
case "$*" in
*--jq*) [ ! -e "${at("comment")}" ] || echo 7 ;;
*body=@*) cp "$(printf '%s' "$*" | sed 's/.*body=@//')" "${at("comment")}" ;;
esac
`);

const faults = [];
let steps = 0;
const expect = (what, is) => { if (!is) faults.push(what); };
const run = (command, args, options = {}) => spawnSync(command, args, { encoding: "utf8", ...options, env: { ...process.env, HOME: at("home"), ...options.env } });
const git = (where, ...args) => execFileSync("git", ["-C", where, "-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { encoding: "utf8" }).trim();

// The steps of a job that are commands, in their order.
function stepsOf(file, job) {
  const [, text] = readFileSync(file, "utf8").split(new RegExp(`^  ${job}:$`, "m"));
  const found = [];
  for (const block of text.split(/^ {2}\w+:$/m)[0].split(/^ {6}- /m).slice(1)) {
    const name = /^name: (.*)$/m.exec(block)?.[1], one = /^ {8}run: (?!\|)(.*)$/m.exec(block)?.[1];
    const many = /^ {8}run: \|\n((?: {10}.*\n|\n)+)/m.exec(`${block}\n`)?.[1].replace(/^ {10}/gm, "");
    if (one ?? many) found.push({ name, command: one ?? many });
  }
  return found;
}

// Runs some steps of a job in a clone, with the variables of an event.
function event(where, job, names, env) {
  const said = {};
  for (const { name, command } of stepsOf(join(where, ".github/workflows/publish.yml"), job)) {
    if (!names.includes(name)) continue;
    writeFileSync(at("path"), "");
    const done = run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], { cwd: where, env: {
      PATH: `${at("home")}/bin:${at("bin")}:${process.env.PATH}`, SHORTLIST: `file://${at("shortlist.tar.gz")}`, RUNNER_TEMP: at("temp"), GITHUB_PATH: at("path"), GITHUB_OUTPUT: at("output"), ...env } });
    said[name] = done.stdout + done.stderr;
    steps++;
    expect(`${job}: ${name}: status ${done.status}: ${said[name].slice(0, 500)}`, done.status === 0);
  }
  for (const name of names) expect(`${job} has no step ${name}`, name in said);
  return said;
}

const origin = at("origin");
mkdirSync(origin);
git(origin, "init", "-q", "-b", "main");
const made = run(shortlist, ["init", origin, "--title", "Camera Notes", "--address", address, "--noun", "camera", "--ci", "github"]);
expect(`init: ${made.stderr}`, made.status === 0);
writeFileSync(join(origin, "content/site.toml"), `${readFileSync(join(origin, "content/site.toml"), "utf8")}\n[host]\nkind = "nginx"\n`);
git(origin, "add", "-A");
git(origin, "commit", "-qm", "Begin");

// A pull request that moves a score: annotations, and one comment, twice.
const pull = at("pull");
execFileSync("git", ["clone", "-q", origin, pull]);
const base = git(pull, "rev-parse", "HEAD");
const entry = execFileSync("sh", ["-c", "ls content/guides/*/entries/*.md | head -n 1"], { cwd: pull, encoding: "utf8" }).trim();
const text = readFileSync(join(pull, entry), "utf8");
writeFileSync(join(pull, entry), text.replace(/score = ([\d.]+)/, (_, n) => `score = ${Number(n) > 5 ? 1 : 10}`));
git(pull, "commit", "-qam", "A score");
const request = ["Get the program", "Check", "Say which ranks and facts change", "Write one comment, or the same one again"];
for (const turn of [1, 2]) event(pull, "check", request, { BASE: base, COMMENTS: "repos/x/y/issues", NUMBER: "5", GH_TOKEN: "x", turn: `${turn}` });
const calls = readFileSync(at("gh.log"), "utf8");
expect(`one comment is written and then changed: ${calls}`, (calls.match(/POST/g) ?? []).length === 1 && (calls.match(/PATCH/g) ?? []).length === 1);
expect("the comment says what moves", readFileSync(at("comment"), "utf8").startsWith("<!-- shortlist -->\n") && readFileSync(at("comment"), "utf8").length > 60);

// What reaches the main branch is built, sent, and compared with what is live.
const config = () => run(shortlist, ["host", "nginx", "--site", origin, "--root", at("live")]).stdout;
const main = at("main");
execFileSync("git", ["clone", "-q", origin, main]);
const stop = await programs.nginx({ work: at("work"), at: PORT, own: config() });
const env = { EVENT: "push", TARGET: at("live"), RCLONE: "" };
const publish = ["Has anything changed?", "Get the program", "Build", "Send it to a storage", "Is what is live what was built?"];
const pushed = event(main, "publish", publish, env);
expect(`what is live: ${pushed[publish[4]]}`, /all as built/.test(pushed[publish[4]] ?? ""));

// Each hour: nothing, until the time comes. A fresh clone takes over what was cached.
const fresh = at("fresh");
execFileSync("git", ["clone", "-q", origin, fresh]);
for (const name of ["public", ".shortlist"]) cpSync(join(main, name), join(fresh, name), { recursive: true });
rmSync(at("output"), { force: true });
const idle = event(fresh, "publish", publish.slice(0, 1), { ...env, EVENT: "schedule" });
expect(`an hour later: ${idle[publish[0]]}`, /time has changed nothing yet/.test(idle[publish[0]]) && !existsSync(at("output")));
writeFileSync(join(fresh, ".shortlist/next"), "2020-01-01T00:00:00Z\n");
const due = event(fresh, "publish", publish, { ...env, EVENT: "schedule" });
expect(`when the time comes: ${readFileSync(at("output"), "utf8")}`, readFileSync(at("output"), "utf8").includes("build=yes"));
expect(`a fresh clone takes over: ${due.Build}`, /as they were/.test(due.Build) && !/took over/.test(due.Build));

// A reader.
const browser = await openBrowser();
const site = { origin: address.slice(0, -1), url: (path) => address + path.slice(1) };
const guide = /<a href="?(\/guides\/[a-z0-9-]+\/)/.exec(readFileSync(join(at("live"), "guides/index.html"), "utf8"))[1];
let pages = 0;
for (const path of ["/", guide, "/search/"]) for (const width of [360, 1280]) {
  faults.push(...await browser.visit(site, path, { width }));
  pages++;
}
await browser.close();
stop();
for (const fault of faults) console.error(fault);
console.log(`${steps} steps of the workflow run, ${pages} views in Chromium; ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
