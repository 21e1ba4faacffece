// What must hold on every page of a fixture site, which has what the real one
// lacks: long words, wide pictures, columns of numbers, guides of one.
import { axe } from "./axe.mjs";
import { told } from "./checks.mjs";
import { fit } from "./fit.mjs";
import { allPages, kindOf } from "./pages.mjs";
import { sort } from "./scripts.mjs";

// Words that are long on purpose make tables wider than the window by any amount, so
// that a few pixels say nothing here.
const fits = (page, fault) => fit(page, (what) => /^scrolls sideways for \d+ px only/.test(what) || fault(what));

export function fixture(site, browser) {
  const paths = allPages(site.root), jobs = [];
  const open = (path, width, steps) => jobs.push(() => browser.visit(site, path, { width, scheme: "light" }, steps));
  for (const path of paths) {
    open(path, 320, fits);
    open(path, 360, async (page, fault) => {
      await fits(page, fault);
      await axe(page, fault);
    });
    open(path, 1280, fits);
    if (kindOf(path) === "guide") open(path, 1280, (page, fault) => told(sort)(page, fault, site));
  }
  return { jobs, end: () => `${jobs.length} visits to ${paths.length} pages of ${site.root.split("/").at(-2)}` };
}
