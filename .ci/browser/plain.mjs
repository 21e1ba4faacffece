// Reads pages with scripts switched off: the order, the table with all its
// numbers, the answers and the list of everything are there, and nothing is
// shown that only a script could work.
import { allPages, kindOf, sample } from "./pages.mjs";
import { dataOf } from "./scripts.mjs";

// Whether one list has all of another's items, in its order.
function inOrder(items, among) {
  let from = 0;
  return items.every((item) => (from = among.findIndex((other, i) => i >= from && (item === null ? other !== "" : other === item)) + 1) > 0);
}

const FOLDS = { 360: 800, 1280: 900 }; // the height of a small phone's and of a desk's screen, by its width, in CSS pixels

// A score as the table prints it; null where it says in words why there is none.
const printed = ({ state, printed: { low, high } }) => ({ point: low, range: `${low}–${high}` })[state] ?? null;

// On a narrow screen a list beside the table says which column stands there; its last
// line is all of them.
export async function order(page, expect, site) {
  const { criteria, entries, places } = dataOf(page, site);
  // A column for each criterion, the weightiest first.
  const columns = criteria.map((_, i) => i).sort((a, b) => criteria[b].weight_basis_points - criteria[a].weight_basis_points);
  const seen = () => page.locator("#comparison .ofscores").evaluateAll((sheets) => sheets.map((sheet) => [...sheet.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => {
    const { width, height } = cell.getBoundingClientRect();
    return cell.checkVisibility({ checkVisibilityCSS: true, opacityProperty: true }) && width > 0 && height > 0 ? cell.innerText.trim() : null;
  }).filter((text) => text !== null))));
  const sheets = await seen();
  for (const rows of sheets) {
    expect(rows.length === places.length, `a table has ${rows.length} rows for ${places.length} places`);
    places.forEach(({ name, numeral, provisional, score }, i) => {
      const wanted = [numeral, provisional ? name + " provisional" : name, score];
      expect(inOrder(wanted, rows[i] ?? []) && rows[i].length === 4, `row ${i + 1} of the table is ${rows[i]}, and not ${wanted} with one column`);
    });
  }
  for (const list of await page.locator("#comparison .one select").all()) await list.selectOption({ index: await list.locator("option").count() - 1 });
  const whole = await seen();
  places.forEach(({ provider }, i) => {
    const { scores } = entries.find((entry) => entry.provider === provider), row = whole.flatMap((rows) => rows[i]);
    const wanted = columns.map((i) => printed(scores[i]));
    expect(inOrder(wanted, row), `with all of it, row ${i + 1} of the tables is ${row}, and not ${wanted}`);
  });
}

// What a screen shows first: the title, the date, the first three, each with its
// score out of 10, award, reason and interval, and how firm the order is.
export async function fold(page, expect, site) {
  const { places } = dataOf(page, site), most = FOLDS[page.viewportSize().width];
  const seen = await page.locator("h1, .byline time, .answer li, .firmness").evaluateAll((all, most) => all
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().bottom <= most).map((e) => e.localName), most);
  const wanted = ["h1", "time", ...places.slice(0, 3).map(() => "li"), "p"];
  expect(wanted.join() === seen.join(), `within ${most} px there are ${seen}, and not ${wanted}`);
  const rows = await page.locator(".answer li").evaluateAll((all) => all.map((row) => {
    const shown = (part) => { const { width, height } = row.querySelector(part)?.getBoundingClientRect() ?? {}; return width > 0 && height > 0; };
    return { text: row.innerText.replace(/\s+/g, " "), reason: shown(".reason") ? row.querySelector(".reason").innerText : "", bar: shown(".bar"), span: shown(".bar .span") };
  }));
  places.slice(0, 3).forEach(({ name, score, award, total_low, total_high }, i) => {
    const { text = "", reason, bar, span } = rows[i] ?? {};
    expect([name, `${score}/10`, award].every((part) => text.includes(part)) && reason, `place ${i + 1} on top is "${text}" for the reason "${reason}"`);
    expect(bar && span === total_low < total_high, `place ${i + 1} on top has its total drawn: ${bar}, its interval: ${span}`);
  });
}

export async function answers(page, expect) {
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  const parts = data.flatMap((text) => JSON.parse(text)["@graph"] ?? JSON.parse(text));
  const asked = parts.filter((part) => part["@type"] === "FAQPage").flatMap((part) => part.mainEntity);
  expect(asked.length > 0, "has no questions");
  // Details open without a script.
  for (const summary of await page.locator("summary:visible").all()) {
    if (!await summary.evaluate((element) => element.parentElement.open)) await summary.click();
  }
  const plain = (text) => text.replace(/\s+/g, " ");
  const text = plain(await page.locator("main").innerText());
  for (const { name, acceptedAnswer } of asked) {
    const from = text.indexOf(plain(name));
    expect(from >= 0, `does not show the question "${name}"`);
    const begins = plain(acceptedAnswer.text.replace(/<[^>]*>/g, "")).slice(0, 30);
    expect(text.indexOf(begins, from) >= 0, `does not show the answer "${begins}..." to "${name}"`);
  }
}

export async function everything(page, expect, site) {
  const listed = new Set(await page.locator("#all a:visible").evaluateAll((all) => all.map((link) => link.pathname + link.hash)));
  for (const path of allPages(site.root)) {
    if (!["guide", "provider", "article"].includes(kindOf(path))) continue;
    expect(listed.has(site.base + path.slice(1)), `does not list ${path}`);
  }
}

// But for the list that picks a table's column, which the style sheet obeys: see order.
export async function noControls(page, expect) {
  const controls = page.locator("button, input, select, textarea, output, dialog, [contenteditable], [role=button], [role=slider], [role=tab], [role=switch]");
  for (const control of await controls.all()) {
    if (await control.isVisible() && !await control.evaluate((e) => e.closest(".choice"))) expect(false, `shows what only a script can work: ${await control.evaluate((e) => e.outerHTML.slice(0, 80))}`);
  }
}

export function stories(site) {
  const paths = allPages(site.root);
  const each = (those, run, width = 360) => those.map((path) => ({ path, width, scripts: false, run }));
  const [guides, articles, search] = ["guide", "article", "search"].map((kind) => paths.filter((path) => kindOf(path) === kind));
  return [
    ...each(guides, order), ...Object.keys(FOLDS).flatMap((width) => each(guides, fold, +width)), ...each([...guides, ...articles], answers), ...each(search, everything),
    ...each(sample(site.root, paths), noControls),
  ];
}
