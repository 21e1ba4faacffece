// Takes pictures of pages, for people to look at.
import { join } from "node:path";
import { allPages, sample } from "./pages.mjs";

export const WIDTHS = [320, 360, 1280];
export const SCHEMES = ["light", "dark"];

export function picture(page, out, path, width, scheme) {
  const name = path.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-") || "home";
  return page.screenshot({ path: join(out, `${name}.${width}.${scheme}.png`), fullPage: true, timeout: 120_000 });
}

export function shots(site, browser, [out, ...wanted]) {
  const jobs = [];
  for (const path of wanted.length > 0 ? wanted : sample(site.root, allPages(site.root))) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        jobs.push(() => browser.visit(site, path, { width, scheme }, (page) => picture(page, out, path, width, scheme)));
      }
    }
  }
  return { jobs, end: () => `${jobs.length} pictures in ${out}` };
}
