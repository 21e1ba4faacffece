// Shows that the checks can fail: plants a fault in a page as it is served, and
// wants to hear of it.
import { readFileSync } from "node:fs";
import { allPages, kindOf } from "./pages.mjs";
import { planted } from "./planted.mjs";
import { serve } from "./serve.mjs";
import { weigh } from "./weight.mjs";

// Returns the file as it is served with the plant in it.
function changer(site, page, { html = (text) => text, css, script }) {
  return (path, file) => {
    if (path === `${site.base}planted.css`) return css;
    if (path === `${site.base}planted.js`) return script;
    if (path !== site.base + page.slice(1)) return undefined;
    const tags = (css ? `<link rel="stylesheet" href="${site.base}planted.css">` : "") + (script ? `<script src="${site.base}planted.js"></script>` : "");
    return html(readFileSync(file, "utf8")).replace("</head>", `${tags}</head>`);
  };
}

async function plant(site, browser, { says, kind, look, width = 360, scripts = true, ...change }) {
  const path = allPages(site.root).find((each) => kindOf(each) === kind);
  const garden = await serve(site.root, changer(site, path, change));
  const faults = await browser.visit(garden, path, { width, scripts }, (page, fault) => look(page, fault, garden));
  garden.close();
  return faults.some((fault) => says.test(fault)) ? [] : [`${path}: a planted fault is not found: ${says}, only ${faults.length} others, such as ${faults[0]}`];
}

export function broken(site, browser) {
  const unlimited = weigh(site, () => {}), faults = [];
  weigh(site, (what) => faults.push(what), { css: 0, scripts: 0 });
  return {
    jobs: planted.map((each) => () => plant(site, browser, each)),
    end: (fault) => {
      if (faults.length !== 2) fault(`limits of 0 are kept by ${unlimited}`);
      return `${planted.length + faults.length} planted faults looked for`;
    },
  };
}
