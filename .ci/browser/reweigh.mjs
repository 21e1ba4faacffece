// Moves the weights of each guide as a reader does, by keyboard, and holds the
// order that comes out against ranking.json, against the guide's lens pages,
// which Go ranks, and against arithmetic of this file's own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { address, dataOf, pathOf, rows, said, same } from "./scripts.mjs";

const why = (page) => page.locator(".tools > [role=status]").first().textContent();

// What the table says of each row: the rank or a dash, the slug, the score.
const standing = async (page) => (await rows(page)).map(({ id, cells }) => [cells.rank, id, cells.score]);
const lengths = (page) => page.locator(".grid .bar rect:first-child").evaluateAll((all) => all.map((bar) => bar.getAttribute("width")));

// The weights on the sliders, in basis points, by criterion.
const weights = (page) => page.locator(".tools [type=range]").evaluateAll((all) => Object.fromEntries(all.map((input) =>
  [input.id.replace("weight_", ""), Math.round(100 * parseFloat(input.previousElementSibling.textContent))])));

// The order under some weights, computed once more: by whole numbers, from the
// low and the high end of each score in half-hundredths. Totals print with no fewer
// decimals than the published ones; a place of which too little is known has a dash.
function ordered({ method, entries }, weights) {
  const totals = entries.map(({ provider, scores }) => [provider, scores.reduce((sum, { criterion, low, high }) =>
    sum + BigInt(weights[criterion]) * BigInt(method.unknown === "low" ? 2 * low : low + high), 0n)]);
  totals.sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? 1 : -1));
  const known = (provider) => entries.find((entry) => entry.provider === provider).scores
    .reduce((sum, { criterion, low, high }) => sum + (low === high ? weights[criterion] : 0), 0);
  const out = totals.map(([provider, total]) => ({
    provider, total: Number(total), rank: 1 + totals.filter(([, other]) => other > total).length, provisional: known(provider) < method.min_known_basis_points,
  }));
  const print = (total, digits) => (Math.floor((total * 10 ** digits) / 2e6 + 0.5) / 10 ** digits).toFixed(digits);
  const digits = [1, 2, 3, 4, 5, 6, 7].find((d) => d >= method.decimals && new Set(out.map(({ total }) => print(total, d))).size === new Set(out.map(({ total }) => total)).size);
  return out.map((place) => ({ ...place, numeral: place.provisional ? "–" : String(place.rank), score: print(place.total, digits) }));
}

const ranked = (data, weights) => ordered(data, weights).map(({ numeral, provider, score }) => [numeral, provider, score]);

async function reweigh(page, expect, site) {
  const data = dataOf(page, site), { criteria, places } = data;
  const published = places.map(({ numeral, provider, score }) => [numeral, provider, score]);
  const [before, bars, heads] = [await rows(page), await lengths(page), await page.locator(".grid thead").first().innerText()];
  await page.locator(".tools .weights summary").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".tools [type=range]");
  const whole = async (what) => {
    const now = await weights(page), sum = Object.values(now).reduce((a, b) => a + b);
    expect(sum === 10000, `${what}: the weights sum to ${sum}`);
    expect(same(await standing(page), ranked(data, now)), `${what}: shows ${JSON.stringify(await standing(page))}, not ${JSON.stringify(ranked(data, now))}`);
    return now;
  };
  const asPublished = async (what) => {
    expect(same(await standing(page), published), `${what}: the order and the totals are not Go's: ${JSON.stringify(await standing(page))}`);
    expect(same(await rows(page), before) && same(await lengths(page), bars), `${what}: the table is not as Go made it`);
    expect(await page.locator(".grid thead").first().innerText() === heads, `${what}: the heads are not as Go made them`);
    expect(await why(page) === "", `${what}: says "${await why(page)}"`);
  };
  await whole("at the editors' weights");
  await asPublished("at the editors' weights");
  const beside = () => page.locator(".entry > .margin").first().evaluate((e) => Math.round(e.getBoundingClientRect().left));
  const stood = await beside();

  const slider = (id) => page.locator("#weight_" + id);
  for (const { id, name, weight_basis_points: ours } of criteria) {
    const text = () => slider(id).getAttribute("aria-valuetext"), points = (w) => +(w / 100).toFixed(2);
    expect(await page.getByLabel(called(name)).and(slider(id)).count() === 1, `the slider of ${name} is not called so`);
    expect(await text() === `${points(ours)} percent, editors ${points(ours)}`, `${name} says "${await text()}"`);
    const mark = await slider(id).evaluate((input) => [...input.list.options].map((option) => option.value));
    expect(same(mark, [String(points(ours))]), `${name} is marked at ${mark}`);
    await slider(id).focus();
    await page.keyboard.press("ArrowRight");
    const moved = await whole(`${name} a point up`);
    expect(await beside() === stood, `${name} a point up: what stands beside an entry moves from ${stood} to ${await beside()}`);
    expect(moved[id] === Math.min(10000, (Math.floor(ours / 100) + 1) * 100), `an arrow key takes ${name} from ${ours} to ${moved[id]}`);
    await page.keyboard.press("End");
    const all = await whole(`${name} alone`);
    expect(all[id] === 10000, `End takes ${name} to ${all[id]}`);
    expect(await text() === `100 percent, editors ${points(ours)}`, `${name} says "${await text()}"`);
    await page.keyboard.press("Home");
    expect((await whole(`${name} at nothing`))[id] === 0, "Home does not take it to nothing");
    await announced(page, expect, data, name);
    const parts = Object.values(await weights(page));
    expect(parts.every((weight) => weight % 100 === 0), `${name} at nothing: the weights are ${parts}, no whole percents`);
    await page.getByRole("button", { name: "Back to our weights" }).focus();
    await page.keyboard.press("Enter");
    await asPublished(`${name} moved and taken back`);
  }
  await address(page, "w", "");
  // Several moved: what was moved longest ago gives way when the rest cannot.
  for (const { id } of criteria) {
    await slider(id).fill("40");
    expect((await whole(`${id} at 40`))[id] === 4000, `${id} does not stay where it was put`);
  }
  await shared(page, expect);
}

// What a slider is called: its criterion, and whether that is an estimate.
const called = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(, an estimate)?$`);

// Who has moved is said, with ranks before and after, and why the first is first.
async function announced(page, expect, data, name) {
  const { places, entries } = data, text = await why(page);
  const now = ordered(data, await weights(page)).map(({ rank, provider }) => [rank, provider]);
  const ordinal = (n) => n + (n % 100 - n % 10 === 10 ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th");
  for (const [rank, id] of now) {
    const was = places.find(({ provider }) => provider === id), move = `${was.name}: ${ordinal(was.rank)} to ${ordinal(rank)}.`;
    expect(text.includes(move) === (was.rank !== rank), `${name} at nothing: "${move}" ${text.includes(move) ? "is said" : "is not in"} "${text}"`);
  }
  const nameOf = (id) => entries.find(({ provider }) => provider === id).name, [first, second] = now.map(([, id]) => nameOf(id));
  const start = now[0][0] === now[1][0] && now[1][1] !== places[0].provider ? new RegExp(`^${first} is level with `)
    : first === places[0].name ? new RegExp(`^(Your weights leave ${first} first, [\\d.]+ ahead of ${second}, (mainly|most of all) on .+ \\(\\+[\\d.]+\\)|${first} is level with ${second})`)
      : new RegExp(`^(Your weights put ${first} first, [\\d.]+ ahead of ${places[0].name}, our first, (mainly|most of all) on .+ \\(\\+[\\d.]+\\)|${first} is level with ${places[0].name}, our first)`);
  // What rests on estimates is said before the order.
  expect(start.test(text.replace(/^(.+? is an estimate for [^.]+\. )+/, "")), `${name} at nothing: says "${text}" of why ${first} is first`);
}

// The address brings the same weights, order and words to somebody else.
async function shared(page, expect) {
  const [now, order, text] = [await weights(page), await standing(page), await why(page)];
  await page.waitForTimeout(400);
  expect(new URL(page.url()).searchParams.has("w"), "the address does not keep the weights");
  await page.reload();
  await page.waitForFunction(() => document.querySelector(".tools > [role=status]").textContent);
  expect(same(await weights(page), now) && same(await standing(page), order), `${page.url()} does not bring the weights and the order back`);
  expect(await why(page) === text, `after the reload it says "${await why(page)}" and not "${text}"`);
  expect(/under your weights/.test(await said(page)), `says "${await said(page)}" of an order that is not the published one`);
}

// Under the weights of a lens the script gives the order of the lens's page.
async function lenses(page, expect, site) {
  const { lenses } = dataOf(page, site), path = pathOf(page, site), plain = page.url();
  expect(lenses.length > 0, "has no lenses");
  for (const { id, weights } of lenses) {
    const html = readFileSync(join(site.root, path, "lens", id, "index.html"), "utf8");
    const wanted = [...html.match(/<table class="standings\b.*?<\/table>/s)[0].matchAll(/<tr><td class="rank">(\d+|–)<\/td>.*?<a href="[^"]*#([^"]+)".*?<td class="total">([\d.]+)/gs)]
      .map(([, rank, provider, score]) => [rank, provider, score]);
    await page.goto(`${plain}?w=${Object.entries(weights).map(([name, weight]) => `${name}.${weight / 100}`)}`);
    await page.waitForFunction(() => document.querySelector(".tools > [role=status]").textContent);
    expect(wanted.length > 1 && same(await standing(page), wanted), `lens ${id}: the script shows ${JSON.stringify(await standing(page))}, and Go ${JSON.stringify(wanted)}`);
  }
}

export const reweighs = (guides) => guides.flatMap((path) => [{ path, width: 1280, run: reweigh }, { path, width: 360, run: lenses }]);
