// Opens finished pages in Chromium.
//
//   node main.mjs check PUBLIC [OUT]           all that must hold, with pictures of each kind
//   node main.mjs shots PUBLIC OUT [PATH...]   pictures of some pages, or of one of each kind
//   node main.mjs broken PUBLIC                that the checks see what is wrong
//   node main.mjs fixture PUBLIC               what must hold on the pages of a fixture site
//
// It prints each fault and ends with 1 if there are any.
import { broken } from "./broken.mjs";
import { checks } from "./checks.mjs";
import { fixture } from "./fixture.mjs";
import { serve } from "./serve.mjs";
import { shots } from "./shots.mjs";
import { openBrowser } from "./visit.mjs";

const MODES = { check: checks, shots, broken, fixture };
const AT_ONCE = 2;

const [mode, folder, ...rest] = process.argv.slice(2);
if (!MODES[mode] || !folder || (mode === "shots" && !rest.length)) {
  console.error("usage: main.mjs check PUBLIC [OUT] | shots PUBLIC OUT [PATH...] | broken PUBLIC | fixture PUBLIC");
  process.exit(2);
}

const begun = performance.now();
const site = await serve(folder);
const browser = await openBrowser();
const { jobs, end } = MODES[mode](site, browser, rest);
const faults = [];
const waiting = [...jobs];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let job = waiting.shift(); job; job = waiting.shift()) faults.push(...await job());
}));
const said = end((fault) => faults.push(fault));
await browser.close();
site.close();

for (const line of [...new Set(faults)].sort()) console.error(line);
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(`${said}; ${faults.length} faults in ${seconds} s`);
process.exit(faults.length > 0 ? 1 : 0);
