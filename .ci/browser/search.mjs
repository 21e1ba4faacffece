// Searches as a reader does: types the beginning of the first title that the
// search page lists and finds it; then comes back by the address that this
// leaves; goes through the results with the arrows; looks for a comparison by two
// names, and for a provider with two letters the wrong way round.

// What scripts add has its room before they come.
export async function steady(page, expect) {
  const shift = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
  }));
  expect(shift < 0.02, `the page moves by ${shift} when its scripts come`);
}

export async function search(page, expect) {
  await steady(page, expect);
  const first = page.locator("#all a").first();
  const [title, href] = [await first.textContent(), await first.getAttribute("href")];
  const found = async () => {
    await page.waitForFunction(() => document.getElementById("all").hidden);
    return page.locator("#results a").first().getAttribute("href");
  };
  await page.locator("#q").focus();
  await page.keyboard.type(title.slice(0, -3), { delay: 20 });
  await page.waitForURL((url) => url.searchParams.get("q") === title.slice(0, -3));
  expect(await found() === href, `typing "${title.slice(0, -3)}" does not find it first`);
  const status = await page.locator("[role=status]").textContent();
  expect(/^[1-9]\d* results?$/.test(status), `says "${status}"`);
  await page.reload();
  expect(await found() === href, "the address does not bring the results back");
  await page.locator("#q").focus();
  for (const [key, at] of [["ArrowDown", 0], ["ArrowUp", -1], ["ArrowDown", 0], ["Escape", -1]]) {
    await page.keyboard.press(key);
    const on = await page.evaluate(() => [...document.querySelectorAll("#results a")].indexOf(document.activeElement));
    expect(on === at, `${key} leads to result ${on}, not ${at}`);
  }
  await page.locator("[name=kind][value=guide]").check();
  await page.waitForURL((url) => url.searchParams.get("kind") === "guide");
  expect(await found() === href, "keeping to guides loses the guide");
  await page.locator("[name=kind]").first().check();
  const leads = async (words, path, what) => {
    await page.locator("#q").fill(words);
    await page.waitForFunction((path) => document.querySelector("#results a")?.pathname.endsWith(path), path, { timeout: 3000 })
      .catch(async () => expect(false, `"${words}" leads to ${await page.locator("#results a").first().getAttribute("href")}, not to ${what}`));
  };
  const pair = await page.locator("#all a[href*='/compare/']").first().evaluate((e) => [e.textContent, new URL(e.href).pathname]);
  await leads(pair[0].split(" vs ").reverse().join(" vs "), pair[1], "the comparison of the two");
  const provider = await page.locator("#all a[href*='/providers/']").first().evaluate((e) => [e.textContent, new URL(e.href).pathname]);
  const long = provider[0].match(/[a-z]{5,}/i)?.[0];
  if (long) await leads(provider[0].replace(long, long.slice(0, -2) + long.at(-1) + long.at(-2)), provider[1], "who was meant");
  await page.locator("#q").fill("");
  await page.waitForFunction(() => !document.getElementById("all").hidden);
  expect(await page.locator("#results li").count() === 0, "results stay when the words are gone");
}

export const stories = [{ kind: "search", width: 1280, run: search }, { kind: "search", width: 360, run: steady }];
