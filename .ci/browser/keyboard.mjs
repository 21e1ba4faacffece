// Walks pages with the keyboard alone: the skip link first, then everything
// that can be worked, in the order of the text, each in sight when its turn
// comes and marked as what has the focus, until the walk leaves the page.

const SKIP = "a.skip", MOST = 600;

// Runs in the page: what a press of Tab led to.
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = (e) => e.localName + (e.id ? `#${e.id}` : "") + [...e.classList].map((c) => `.${c}`).join("");
  const label = (element.ariaLabel ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  const style = getComputedStyle(element), rects = [...element.getClientRects()];
  const inSight = rects.some((rect) => {
    const xs = [rect.left + 2, (rect.left + rect.right) / 2, rect.right - 2];
    const ys = [rect.top + 2, (rect.top + rect.bottom) / 2, rect.bottom - 2];
    return ys.some((y) => xs.some((x) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element) && hit.closest("label"));
    }));
  });
  return {
    index: [...document.querySelectorAll("*")].indexOf(element),
    name: `${name(element)} ${JSON.stringify(label)}`,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    inSight,
  };
}

// Runs in the page: everything that a walk has to come by. Of a group of radio
// buttons that is the chosen one; of closed details, their summary.
function stops() {
  const all = [...document.querySelectorAll("*")];
  const worked = (e) => e.matches("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]") && e.tabIndex >= 0 && !e.disabled;
  const boxes = (e) => {
    const { overflowX, overflowY } = getComputedStyle(e), scrolls = /auto|scroll/;
    return (scrolls.test(overflowX) && e.scrollWidth > e.clientWidth) || (scrolls.test(overflowY) && e.scrollHeight > e.clientHeight);
  };
  const chosen = (e) => e.type !== "radio" || e.checked || !document.querySelector(`[name="${e.name}"]:checked`);
  const seen = (e) => e.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true });
  return all.flatMap((e, i) => {
    if (e === document.documentElement || e === document.body || !seen(e)) return [];
    // A box that scrolls is a stop of its own only if nothing inside it is one.
    const must = (worked(e) && chosen(e)) || (boxes(e) && !e.querySelector("a[href], button, input, select, summary, [tabindex]"));
    return must ? [[i, e.localName + (e.id ? `#${e.id}` : "") + " " + JSON.stringify(e.textContent.trim().replace(/\s+/g, " ").slice(0, 40))]] : [];
  });
}

export async function walk(page, expect) {
  await page.keyboard.press("Tab");
  expect(await page.evaluate((skip) => document.activeElement.matches(skip), SKIP), "the first stop is not the skip link");
  const expected = new Map(await page.evaluate(stops)), met = new Set();
  let last = -1, before = "the top";
  for (let at = await page.evaluate(stop); at && !met.has(at.index); at = await page.evaluate(stop)) {
    met.add(at.index);
    expect(at.index > last, `the walk goes back, from ${before} to ${at.name}`);
    expect(at.outlined, `the focus cannot be seen on ${at.name}`);
    expect(at.inSight, `the focus is hidden on ${at.name}`);
    [last, before] = [at.index, at.name];
    if (met.size > MOST) return expect(false, "the walk does not end");
    await page.keyboard.press("Tab");
  }
  // A trap keeps the focus where it is, so all that follows is missed.
  for (const [index, name] of expected) expect(met.has(index), `the walk does not come by ${name}`);
}

export async function skip(page, expect) {
  await page.keyboard.press("Tab");
  expect(await page.locator(SKIP).isVisible() && (await page.locator(SKIP).boundingBox()).x >= 0, "the skip link does not show itself");
  await page.keyboard.press("Enter");
  const top = await page.evaluate(async () => {
    for (let i = 0; i < 30 && location.hash !== "#main"; i++) await new Promise(requestAnimationFrame);
    return location.hash === "#main" ? document.getElementById("main")?.getBoundingClientRect().top : undefined;
  });
  expect(top < 200, "the skip link does not lead to the content");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the stop after the skip link is not in the content");
}

// Boxes that scroll sideways do so with the arrow keys; summaries open and
// close with Enter.
export async function work(page, expect) {
  for (const box of await page.locator(".scroll[tabindex]").all()) {
    if (!await box.evaluate((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth)) continue;
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const moved = await box.evaluate(async (e) => {
      for (let i = 0; i < 60 && e.scrollLeft === 0; i++) await new Promise(requestAnimationFrame);
      return e.scrollLeft > 0;
    });
    expect(moved, `the arrow keys do not scroll the table "${await box.locator("caption").textContent()}"`);
  }
  for (const summary of await page.locator("summary:visible").all()) {
    const open = () => summary.evaluate((e) => e.parentElement.open);
    const before = await open();
    await summary.focus();
    await page.keyboard.press("Enter");
    expect(await open() !== before, `Enter does not open "${await summary.textContent()}"`);
    await page.keyboard.press("Enter");
    expect(await open() === before, `Enter does not close "${await summary.textContent()}"`);
  }
}

export const stories = [];
for (const kind of ["home", "guide", "compare", "faq", "search"]) {
  for (const width of [360, 1280]) {
    stories.push({ kind, width, run: walk }, { kind, width, run: skip });
  }
}
for (const kind of ["guide", "methodology", "compare", "lens"]) stories.push({ kind, width: 360, run: work });
