// Works the comparison table of each guide as a reader does, mostly by keyboard:
// sorts it, filters it, pins from it; and holds what it then shows against the
// guide's ranking.json and the pages that Go made.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { axe } from "./axe.mjs";
import { fit } from "./fit.mjs";
import { walk } from "./keyboard.mjs";
import { allPages, kindOf } from "./pages.mjs";
import { follows } from "./follow.mjs";
import { reweighs } from "./reweigh.mjs";
import { steady } from "./search.mjs";

export const pathOf = (page, site) => new URL(page.url()).pathname.slice(site.base.length - 1);
export const dataOf = (page, site) => JSON.parse(readFileSync(join(site.root, pathOf(page, site), "ranking.json"), "utf8"));

// The rows of the first table that can be seen, from the top: the slug, and the text
// of each cell of all tables, by what its column is called; the others have the same
// order.
export const rows = (page) => page.locator("#comparison .grid").evaluateAll((tables) => {
  const keys = tables.map((table) => [...table.tHead.rows[0].cells].map((head) => head.dataset.key));
  const bodies = tables.map((table) => [...table.tBodies[0].rows].filter((row) => row.checkVisibility()));
  const id = (row) => row.querySelector("th a").hash.slice(1);
  return bodies[0].map((first, i) => {
    const cells = {};
    bodies.forEach((body, t) => {
      if (!body[i] || id(body[i]) !== id(first)) throw Error(`row ${i + 1} of table ${t + 1} is of another provider`);
      [...body[i].cells].forEach((cell, k) => { cells[keys[t][k]] ??= cell.firstChild.textContent.trim(); });
    });
    return { id: id(first), cells };
  });
});
export const said = (page) => page.locator(".tools > .note").textContent();
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const ids = async (page) => (await rows(page)).map(({ id }) => id);

// What the address says once the script has written it.
export async function address(page, key, value) {
  await page.waitForFunction(([key, value]) => (new URLSearchParams(location.search).get(key) ?? "") === value, [key, value], { timeout: 3000 })
    .catch(() => { throw Error(`${key} is not ${JSON.stringify(value)} in the address ${page.url()}`); });
}

const press = async (page, locator, key = "Enter") => {
  await locator.focus();
  await page.keyboard.press(key);
};

export async function sort(page, expect, site) {
  const { attributes = [], criteria, entries, places } = dataOf(page, site), ranked = places.map(({ provider }) => provider);
  // The columns of all tables, and which heads say that they are sorted by.
  const columns = await page.locator("#comparison .grid thead th").evaluateAll((all) => all.map((head, at) => ({ at, key: head.dataset.key, figures: head.matches(".number") }))
    .filter(({ key }, i, heads) => heads.findIndex((head) => head.key === key) === i));
  const heads = page.locator("#comparison .grid thead th");
  const turned = () => heads.evaluateAll((all) => [...new Set(all.flatMap((head) => (head.ariaSort ? [`${head.dataset.key} ${head.ariaSort}`] : [])))]);
  expect(same(await turned(), ["rank ascending"]), `at first ${await turned()} is sorted`);
  for (const { at, key, figures } of columns) {
    const button = heads.nth(at).getByRole("button");
    // A criterion or an attribute as the data has it.
    const number = attributes.some(({ id, type }) => id === key && type === "number"), k = criteria.findIndex(({ id }) => id === key);
    const worth = (row) => {
      if (number) return entries.find(({ provider }) => provider === row.id).attributes[key] ?? null;
      if (key === "score") return places.find(({ provider }) => provider === row.id).total;
      if (key === "rank") return places.find(({ provider }) => provider === row.id).rank;
      if (!figures) return row.cells[key].startsWith("not ") ? null : row.cells[key];
      const score = entries.find(({ provider }) => provider === row.id).scores[k];
      return score.state === "unknown" ? null : score.published;
    };
    const directions = key === "rank" ? ["descending"] : figures ? ["descending", "ascending"] : ["ascending", "descending"];
    for (const direction of directions) {
      await press(page, button);
      expect(same(await turned(), [`${key} ${direction}`]), `${key}: ${await turned()} is sorted, not ${direction}`);
      const sorted = await rows(page), values = sorted.map(worth), sign = direction === "ascending" ? 1 : -1;
      for (let i = 1; i < values.length; i++) {
        const [a, b] = values.slice(i - 1, i + 1);
        const step = a === null || b === null ? (a === null) - (b === null) : sign * (typeof a === "string" ? a.localeCompare(b, "en", { numeric: true }) : a - b);
        expect(step <= 0, `${key} ${direction}: ${a} stands before ${b}`);
        if (step === 0 && key !== "rank") expect(ranked.indexOf(sorted[i - 1].id) < ranked.indexOf(sorted[i].id), `${key}: equals are not in order of rank`);
      }
      expect(new RegExp(`, ${direction}`).test(await said(page)), `${key}: says "${await said(page)}"`);
    }
    if (k === criteria.length - 1 && k > 0) {
      const before = await ids(page), asked = new URL(page.url()).searchParams.get("sort");
      await address(page, "sort", "-" + key);
      await page.reload();
      await page.waitForSelector(".tools > .note:not(:empty)");
      expect(same(await ids(page), before), `the address with sort=${asked} does not bring the order back`);
    }
    await press(page, button);
    expect(same(await ids(page), ranked) && same(await turned(), ["rank ascending"]), `${key}: one press more does not bring the order of ranks back`);
    expect(/in order of rank/.test(await said(page)), `${key}: says "${await said(page)}" of the order of ranks`);
  }
  await address(page, "sort", "");
}

async function open(page, which) {
  await press(page, page.locator(`.tools .${which} summary`));
  await page.waitForFunction((which) => document.querySelectorAll(`.tools .${which} .fields p`).length > 1, which);
}

// Who serves a region, computed once more: see Entry.Reaches in internal/guide. A
// part of a region never stands for the whole.
function serving({ entries, regions }, wanted) {
  const around = (id) => (id ? [id, ...around(regions.find((region) => region.id === id)?.within)] : []);
  return entries.filter((entry) => entry.regions.some((own) => own === "global" || around(wanted).includes(own)))
    .map(({ provider }) => provider).sort();
}

async function filter(page, expect, site) {
  const data = dataOf(page, site), path = pathOf(page, site), all = data.entries.map(({ provider }) => provider).sort();
  const shows = async (wanted, what) => {
    expect(same((await ids(page)).sort(), wanted), `${what}: shows ${await ids(page)}, not ${wanted}`);
    expect((await said(page)).startsWith(wanted.length === all.length && what === "all" ? `${all.length} providers` : `${wanted.length} of ${all.length} providers`), `${what}: says "${await said(page)}"`);
  };
  const entriesBelow = await page.locator("article.entry").count();
  await open(page, "filter");
  const tools = page.locator(".tools"), region = tools.getByLabel("Serves");
  for (const { id, name } of data.regions.filter(({ id }) => id !== "global")) {
    await region.selectOption({ label: name });
    await shows(serving(data, id), `region ${name}`);
    // Go has a page for each region that leaves an entry out.
    const made = join(site.root, path, "in", id, "index.html");
    if (existsSync(made)) {
      const linked = [...readFileSync(made, "utf8").match(/<tbody>.*?<\/tbody>/gs).join("").matchAll(/<th scope="row"><a href="[^"]*#([^"]+)"/g)].map((match) => match[1]);
      expect(same(linked.sort(), serving(data, id)), `region ${name}: Go lists ${linked}`);
    }
  }
  await region.selectOption("");
  for (const { id, name, type, choices } of data.attributes) {
    if (type === "text" || type === "number") continue;
    const field = tools.getByLabel(name, { exact: true });
    for (const value of type === "yes-no" ? ["yes", "no"] : choices) {
      const wanted = data.entries.filter(({ attributes }) => [attributes[id]].flat().includes({ yes: true, no: false }[value] ?? value)).map(({ provider }) => provider).sort();
      const offered = await field.locator("option").evaluateAll((all, value) => all.some((option) => option.value === value), value);
      expect(offered === wanted.length > 0, `${name}: ${value} is ${offered ? "" : "not "}offered, for ${wanted.length}`);
      if (!offered) continue;
      await field.selectOption(value);
      await shows(wanted, `${name} ${value}`);
    }
    await field.selectOption("");
  }
  const { criteria } = data, { name, provider } = data.entries[1];
  const words = tools.getByLabel("Words");
  await words.focus();
  await page.keyboard.type(name.slice(0, 5).toUpperCase());
  expect((await ids(page)).includes(provider), `typing "${name.slice(0, 5)}" hides ${provider}`);
  for (const name of ["Scores", "Facts"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, page.getByRole("button", { name: name + " shown, as CSV" }))]);
    const lines = readFileSync(await file.path(), "utf8").trim().split("\r\n"), shown = await rows(page);
    expect(file.suggestedFilename().endsWith(`-${name.toLowerCase()}.csv`) && lines.length === shown.length + 1, `${name}: ${lines.length - 1} of ${shown.length} rows are in ${file.suggestedFilename()}`);
    expect(lines[0].includes(criteria[0].name) === (name === "Scores"), `${name}: the columns are ${lines[0]}`);
  }
  await words.fill("no such words");
  await shows([], "words that nobody has");
  expect(/Nobody fits\. Without the words “no such words”: \d+\./.test(await said(page)), `says "${await said(page)}" where nobody is left`);
  await words.fill(name);
  await region.selectOption({ index: 1 });
  const [kept, chosen] = [await ids(page), await region.inputValue()];
  await address(page, "region", chosen);
  await address(page, "q", name);
  await page.reload();
  await page.waitForSelector(".tools > .note:not(:empty)");
  expect(same(await ids(page), kept), "the address does not bring the filter back");
  await open(page, "filter");
  await press(page, page.getByRole("button", { name: "Show all" }));
  await shows(all, "all");
  await address(page, "region", "");
  expect(await page.locator("article.entry:visible").count() === entriesBelow, "filtering hides entries below the table");
}

// Grouped, each kind has a line of its name in every table, before the rows that are of
// it; sorting goes on within, and the address keeps it.
async function group(page, expect) {
  const box = page.getByLabel("Group by kind");
  await open(page, "filter");
  if (!await box.count()) return expect(await page.evaluate(() => new Set([...document.querySelectorAll(".offacts [data-label=Kind]")].map((cell) => cell.textContent)).size < 2), "cannot be grouped");
  const look = () => page.evaluate(() => {
    const tables = [...document.querySelectorAll("#comparison .grid")], facts = tables.find((table) => table.querySelector("[data-label=Kind]"));
    const kinds = new Map([...facts.querySelectorAll("tbody tr:not(.group)")].map((row) => [row.querySelector("a").hash, row.querySelector("[data-label=Kind]").textContent]));
    return tables.map((table) => [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => (row.matches(".group") ? row.textContent : "" + kinds.get(row.querySelector("a").hash))));
  });
  const before = await rows(page);
  await press(page, box, "Space");
  for (const turn of ["by rank", "by name"]) {
    if (turn === "by name") await press(page, page.locator("#table_scores").getByRole("button", { name: "Provider" }).or(page.locator("#table_scores thead th:nth-child(2) button")).first());
    for (const lines of await look()) {
      const named = lines.filter((kind, i) => i === 0 || lines[i - 1] !== kind);
      expect(new Set(lines).size === named.length && lines.length === before.length + named.length, `grouped ${turn}, a table reads ${lines.join(", ")}`);
    }
  }
  expect((await said(page)).includes("grouped by kind"), `says "${await said(page)}" of groups`);
  await address(page, "group", "kind");
  await page.reload();
  await page.waitForSelector(".group");
  await page.getByRole("button", { name: "Back to the editors’ order" }).click();
  expect(same(await rows(page), before), "the order does not come back after groups");
}

async function pin(page, expect, site) {
  const { places } = dataOf(page, site), path = pathOf(page, site), side = page.locator("#side_by_side");
  const button = (place) => page.locator(".grid").getByRole("button", { name: "Compare " + place.name, exact: true });
  const pressed = (place) => button(place).getAttribute("aria-pressed");
  expect(await pressed(places[3]) === "false", "is chosen at first");
  await press(page, button(places[3]), "Space");
  expect(await pressed(places[3]) === "true" && !await side.isVisible(), "one alone is set beside nobody, or not chosen");
  const tray = page.locator(".tray");
  expect(await tray.isVisible() && await tray.evaluate((e) => e.getBoundingClientRect().bottom <= innerHeight), "the tray with what is chosen is out of sight");
  await press(page, button(places[0]), "Enter");
  expect(await side.isVisible(), "two are not set side by side");
  await page.waitForFunction(() => [...document.querySelectorAll("#side_by_side tbody th")].some((head) => head.textContent === "To ask"));
  await address(page, "pin", `${places[3].provider},${places[0].provider}`);
  // A column each, in the order of the table, with what the table says.
  const [names, ...lines] = await side.locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.firstChild?.textContent.trim() ?? "")));
  expect(same(names, ["", places[0].name, places[3].name]), `the columns are ${names}`);
  const [first, , , fourth] = await rows(page);
  const heads = await page.locator(".grid thead th").evaluateAll((all) => all.map((head) => [head.dataset.key, head.firstChild.firstChild.textContent.trim()]));
  const wanted = [...new Map(heads)].flatMap(([key, head]) => (key === "provider" ? [] : [[head, first.cells[key], fourth.cells[key]]]));
  const extra = lines.splice(wanted.length).map(([name]) => name);
  expect(same(extra.slice(-2), ["What is open", "To ask"]), `besides the table it says ${extra}`);
  await asks(page, expect, site);
  expect(same(lines, wanted), `side by side has ${JSON.stringify(lines)}, not ${JSON.stringify(wanted)}`);
  const link = tray.getByRole("link", { name: "Side by side" });
  await press(page, link);
  await page.waitForFunction(() => location.hash === "#side_by_side");
  expect(await side.evaluate((e) => e.getBoundingClientRect().top < innerHeight), "the link does not lead to them");
  for (const place of places.slice(4, 7)) await press(page, button(place), "Space");
  await press(page, button(places[8]), "Space");
  expect(await pressed(places[8]) === "false" && /^5 are chosen already/.test(await said(page)), `a sixth is chosen, or "${await said(page)}" says nothing of it`);
  // The pages that compare two of them, all that there are.
  const five = [places[0], ...places.slice(3, 7)].map(({ provider }) => provider);
  const made = five.flatMap((a) => five.filter((b) => a < b).map((b) => `${path}compare/${a}-vs-${b}/`)).filter((page) => existsSync(join(site.root, page, "index.html"))).sort();
  const linked = await side.locator("a[href*='/compare/']").evaluateAll((all) => all.map((link) => link.pathname));
  expect(same(linked.map((path) => path.slice(site.base.length - 1)).sort(), made), `leads to ${linked}, and there is ${made}`);
  await press(page, side.getByRole("button", { name: "Remove " + places[0].name }), "Space");
  expect(await pressed(places[0]) === "false", "the button below the table does not take it off");
  expect(await button(places[0]).evaluate((e) => e === document.activeElement), "taking one off loses the focus");
  await address(page, "pin", five.filter((id) => id !== places[0].provider).join());
  await page.reload();
  await page.waitForSelector(".tools > .note:not(:empty)");
  expect(await side.locator("thead th").count() === 4 && await pressed(places[4]) === "true", "the address does not bring the choice back");
  // A shortlist that was sent, and the way back from it.
  const picked = places.slice(1, 4).map(({ provider }) => provider);
  await page.goto("about:blank");
  await page.goto(new URL(path.slice(1), site.url("/")).href + "#pick=" + picked);
  await page.waitForSelector("#side_by_side:not([hidden])");
  expect(await side.locator("thead th").count() === 3 && await side.locator("tbody th").last().textContent() === "To ask", "a shortlist that was sent is not shown");
  await press(page, page.getByRole("button", { name: "Back to the editors’ order" }));
  expect(!await side.isVisible() && !await tray.isVisible() && !await page.locator(".banner").isVisible(), "one press does not take back what the address set");
  await address(page, "pin", "");
}

// What is open about each of those side by side is what the data does not know.
async function asks(page, expect, site) {
  const { attributes, criteria, entries } = dataOf(page, site), side = page.locator("#side_by_side");
  const ids = await side.locator("thead th a").evaluateAll((all) => all.map((link) => link.hash.slice(1)));
  const cells = await side.locator("tbody tr").evaluateAll((all) => all.filter((row) => ["What is open", "To ask"].includes(row.cells[0].textContent))
    .map((row) => [...row.cells].slice(1).map((cell) => [...cell.querySelectorAll("li")].map((line) => line.textContent))));
  ids.forEach((id, i) => {
    const entry = entries.find(({ provider }) => provider === id);
    const wanted = [...entry.scores.filter(({ state }) => state !== "point").map(({ criterion }) => criteria.find((c) => c.id === criterion).name),
      ...attributes.filter((a) => !(a.id in entry.attributes)).map(({ name }) => name)];
    for (const name of wanted) {
      expect(cells[0][i].some((line) => line.startsWith(name + ":")) && cells[1][i].some((line) => line.startsWith(name + ":")), `${id}: nothing is said to be open of ${name}, or nothing is asked`);
    }
    expect(cells[0][i].length === cells[1][i].length, `${id}: ${cells[0][i].length} things are open, and ${cells[1][i].length} asked`);
  });
}

// With everything open and set, on each screen: nothing is wrong in itself.
async function opened(page, expect, site) {
  const { criteria, places } = dataOf(page, site);
  await page.goto(`${page.url()}?pin=${places.slice(0, 5).map(({ provider }) => provider)}&w=${criteria.at(-1).id}.60&sort=-provider`);
  await page.waitForSelector(".tools > :nth-last-child(2):not(:empty)");
  for (const which of ["filter", "weights"]) await open(page, which);
  const fault = (what) => expect(false, `all open: ${what}`);
  await fit(page, fault);
  await axe(page, fault);
  const small = await page.locator("#comparison :is(button, input, select, summary):visible").evaluateAll((all) =>
    all.filter((e) => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) < 24).map((e) => e.outerHTML.slice(0, 60)));
  expect(small.length === 0, `targets under 24 px: ${small}`);
  expect(await page.locator("[style]").count() === 0, "a script has set a style attribute");
}

async function walked(page, expect, site) {
  const { criteria, places } = dataOf(page, site);
  await page.goto(`${page.url()}?pin=${places.slice(0, 2).map(({ provider }) => provider)}&w=${criteria.at(-1).id}.60`);
  await page.waitForSelector("#side_by_side:not([hidden])");
  await page.evaluate(() => { for (const details of document.querySelectorAll(".tools details")) details.open = true; });
  await walk(page, expect);
}

// What is needed by nothing may also fail: the data cannot be read, or is of
// another edition. The table stays as it was, and the page says so.
async function fails(page, expect, site) {
  const before = await rows(page);
  let tries = 0;
  await page.route("**/ranking.json", (route) => (tries++ ? route.continue() : route.fulfill({ json: { entries: [] } })));
  await page.goto(page.url() + "?w=" + dataOf(page, site).criteria[0].id + ".90");
  await page.waitForSelector(".tools > .note:not(:empty)");
  expect(/^Cannot read/.test(await said(page)), `says "${await said(page)}" of data that are not the page's`);
  expect(same(await rows(page), before), "the table changes when the data cannot be read");
  await page.waitForTimeout(400);
  expect(/[?]w=/.test(page.url()), "the address loses what could not be restored");
  await press(page, page.locator(".tools .weights summary"));
  await page.waitForFunction(() => document.querySelectorAll(".tools [type=range]").length > 1);
  expect(tries === 2, "opening the controls does not try again");
}

// Scripts add to a page that is there: it neither moves when they come, nor is
// anything read for them before it is asked for.
async function quiet(page, expect) {
  // The table is in sight, and painted, before its script comes.
  const url = page.url();
  await page.route("**/guide.*.js", (route) => setTimeout(() => route.continue(), 500));
  await page.goto("about:blank");
  await page.goto(url + "#comparison");
  await page.waitForSelector(".tools:not([hidden])");
  await steady(page, expect);
  const read = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".json")));
  expect(read.length === 0, `reads ${read} at once`);
  for (const script of await page.locator("script[src], link[rel=modulepreload]").all()) {
    expect(/^sha(256|384|512)-/.test(await script.getAttribute("integrity")), `${await script.evaluate((e) => e.outerHTML)} has no integrity`);
  }
}

export function stories(site) {
  const guides = allPages(site.root).filter((path) => kindOf(path) === "guide");
  const each = (width, run, scheme = "light") => guides.map((path) => ({ path, width, scheme, run }));
  return [
    ...each(1280, sort), ...each(360, filter), ...each(1280, group), ...each(1280, pin), ...each(360, fails).slice(0, 1),
    ...[360, 1280].flatMap((width) => each(width, quiet)),
    ...[320, 1280].flatMap((width) => ["light", "dark"].flatMap((scheme) => each(width, opened, scheme).slice(0, 1))),
    ...[360, 1280].flatMap((width) => each(width, walked).slice(0, 1)), ...reweighs(guides), ...follows(site),
  ];
}
