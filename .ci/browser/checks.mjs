// What `make browser` looks at, as a list of jobs that each open one page. With
// a folder it leaves two pictures of each kind of page there; a picture takes as
// long as all that is looked for in it, so the others are for `make screenshots`.
import { axe } from "./axe.mjs";
import { fit } from "./fit.mjs";
import * as keyboard from "./keyboard.mjs";
import { allPages, kindOf, sample } from "./pages.mjs";
import * as plain from "./plain.mjs";
import * as print from "./print.mjs";
import * as scripts from "./scripts.mjs";
import * as search from "./search.mjs";
import { SCHEMES, WIDTHS, picture } from "./shots.mjs";
import * as weight from "./weight.mjs";

// A story is one thing that a reader does on one page, or on the first of a
// kind: { path or kind, width, scheme, scripts, run(page, expect, site) }.
const STORIES = [scripts, keyboard, plain, print, search, weight];

const PICTURED = ["360 light", "1280 dark"];

export const told = (run) => (page, fault, site) => run(page, (ok, what) => { if (!ok) fault(what); }, site);

function tell(site, browser, { path, kind, run, ...screen }) {
  const where = path ?? allPages(site.root).find((each) => kindOf(each) === kind);
  return browser.visit(site, where, screen, (page, fault) => told(run)(page, fault, site));
}

export function checks(site, browser, [out]) {
  const jobs = [];
  const open = (path, width, scheme, steps, status) => jobs.push(() => browser.visit(site, path, { width, scheme }, steps, status));

  for (const { stories } of STORIES) {
    for (const story of typeof stories === "function" ? stories(site) : stories) jobs.push(() => tell(site, browser, story));
  }
  const paths = allPages(site.root), some = sample(site.root, paths);
  for (const path of some) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        open(path, width, scheme, async (page, fault) => {
          await fit(page, fault);
          // Axe says of 360 px what it would say of 320.
          if (width > 320) await axe(page, fault);
          if (out && PICTURED.includes(`${width} ${scheme}`)) await picture(page, out, path, width, scheme);
        });
      }
    }
  }
  for (const path of paths) if (!some.includes(path)) open(path, 320, "light", fit);
  // What a host sends for an address that is not there, at any depth.
  open("/not/a/page/", 320, "light", fit, 404);

  const kinds = new Set(paths.map(kindOf)).size;
  return {
    jobs,
    end: (fault) => {
      console.log(weight.weigh(site, fault));
      return `${jobs.length} visits to ${paths.length} pages of ${kinds} kinds`;
    },
  };
}
