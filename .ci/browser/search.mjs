// Searches as a reader does: types the beginning of the first title that the
// search page lists and finds it; then comes back by the address that this
// leaves.

export async function search(page, expect) {
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
  await page.locator("[name=kind][value=guide]").check();
  await page.waitForURL((url) => url.searchParams.get("kind") === "guide");
  expect(await found() === href, "keeping to guides loses the guide");
  await page.locator("#q").fill("");
  await page.waitForFunction(() => !document.getElementById("all").hidden);
  expect(await page.locator("#results li").count() === 0, "results stay when the words are gone");
}

export const stories = [{ kind: "search", width: 1280, run: search }];
