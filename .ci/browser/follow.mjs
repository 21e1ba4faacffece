// Reads on while the contents list follows, copies a citation, and filters the
// questions of the whole site.
import { allPages, kindOf } from "./pages.mjs";

async function follow(page, expect) {
  const links = await page.locator("nav.contents a:visible").evaluateAll((all) => all.map((link) => link.hash.slice(1)));
  expect(links.length > 3, `lists ${links}`);
  const current = () => page.locator("nav.contents [aria-current]").evaluateAll((all) => all.map((link) => `${link.hash.slice(1)} ${link.ariaCurrent}`));
  let followed = 0;
  for (const id of links) {
    // What lies too near the end of the page never comes up to the line.
    const reached = await page.evaluate(async (id) => {
      const place = document.getElementById(id), begins = place.getBoundingClientRect().top + scrollY;
      scrollTo({ top: begins - innerHeight / 4 + 2, behavior: "instant" });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
      return Math.abs(place.getBoundingClientRect().top - innerHeight / 4) < 4;
    }, id);
    if (!reached) continue;
    followed++;
    const got = await current();
    expect(got.length === 1 && got[0] === `${id} true`, `at ${id} the contents list is at ${got}`);
    const seen = await page.locator("nav.contents [aria-current]").evaluate((link) => {
      const line = link.getBoundingClientRect(), list = link.closest("nav").getBoundingClientRect();
      return line.top >= list.top - 1 && line.bottom <= list.bottom + 1;
    });
    expect(seen, `at ${id} the current line is out of sight in its list`);
  }
  expect(followed > 2, `follows to ${followed} of ${links.length} places`);
}

async function cite(page, expect) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const section = page.locator("#cite"), button = section.getByRole("button", { name: "Copy citation" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#cite [role=status]").textContent === "Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied === await section.locator("p").first().textContent() && /https?:\/\//.test(copied), `copies "${copied}"`);
}

async function questions(page, expect) {
  const lines = page.locator("main section li"), shown = page.locator("main section li:visible"), status = page.locator("[role=status]");
  const total = await lines.count(), words = page.getByLabel("Words"), from = page.getByLabel("From");
  const says = async (n) => expect(await status.textContent() === `${n} of ${total} questions`, `says "${await status.textContent()}" of ${n} questions`);
  expect(await shown.count() === total && await status.textContent() === "", "is filtered at first");
  const [first] = await lines.allTextContents();
  await words.focus();
  await page.keyboard.type(first.split(" ").slice(0, 3).reverse().join(" ").toUpperCase());
  const found = await shown.allTextContents();
  expect(found.includes(first) && found.length < total, `"${await words.inputValue()}" finds ${found.length} questions`);
  await says(found.length);
  await words.fill("");
  let sum = 0;
  for (const kind of ["guide", "article", "page"]) {
    if (!await from.locator(`option[value=${kind}]`).count()) continue;
    await from.selectOption(kind);
    sum += await shown.count();
    await says(await shown.count());
  }
  expect(sum === total, `the kinds have ${sum} of ${total} questions`);
  const group = await from.locator("option").last().getAttribute("value");
  await from.selectOption(group);
  expect(await page.locator("main section:visible").count() === 1 && await page.locator(`#${group} li:visible`).count() === await shown.count(), `${group} is not kept alone`);
  const wanted = await shown.allTextContents();
  await page.waitForFunction((group) => new URLSearchParams(location.search).get("from") === group, group);
  await page.reload();
  await page.waitForSelector("[role=status]:not(:empty)");
  expect((await shown.allTextContents()).join() === wanted.join(), "the address does not bring the questions back");
  await page.goto(page.url().replace(group, "nowhere"));
  await page.waitForSelector(".tools:not([hidden])");
  expect(await shown.count() === total, "an address that means nothing hides questions");
}

export function follows(site) {
  const paths = allPages(site.root), of = (kind) => paths.filter((path) => kindOf(path) === kind);
  return [
    ...of("guide").flatMap((path) => [360, 1280].map((width) => ({ path, width, run: follow }))),
    ...of("article").slice(0, 2).map((path) => ({ path, width: 1280, run: follow })),
    ...of("guide").slice(0, 1).map((path) => ({ path, width: 360, run: cite })),
    { path: "/faq/", width: 360, run: questions },
  ];
}
