// Looks at guides as they come out of a printer, and with the settings of
// readers who cannot stand motion or choose their own colours.
import { allPages, kindOf } from "./pages.mjs";

const PAPER = 680; // the 180 mm of an A4 page between margins of 15 mm, in CSS pixels

export async function print(page, expect) {
  await page.emulateMedia({ media: "print" });
  for (const part of await page.locator("nav, .skip, header.site, summary, :not(th) > button, input, select").all()) {
    if (await part.isVisible()) expect(false, `prints what only helps on a screen: ${await part.evaluate((e) => e.outerHTML.slice(0, 60))}`);
  }
  const tables = page.locator("#comparison table");
  const cut = await tables.first().evaluate((element) => {
    for (let box = element.parentElement; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX !== "visible" || overflowY !== "visible") return box.className || box.localName;
    }
  });
  expect(!cut || cut === "html", `the box ${cut} cuts the table`);
  const unseen = await tables.locator("tbody > tr > *").evaluateAll((cells) => cells.filter((cell) => !cell.checkVisibility() || cell.getBoundingClientRect().height === 0).length);
  expect(unseen === 0, `${unseen} cells of the tables are not printed`);
  const wide = await page.evaluate((most) => [...document.body.querySelectorAll("*")].filter((e) => {
    const { right, width, height } = e.getBoundingClientRect();
    return right > most + 1 && width > 1 && height > 1 && !e.ownerSVGElement && e.checkVisibility();
  }).map((e) => `${e.localName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`), PAPER);
  expect(wide.length === 0, `${wide.length} elements are wider than the paper, such as ${wide.slice(0, 3).join(", ")}`);
  const bare = await page.locator("main section a[href^=http]").evaluateAll((links) => links.filter((link) => link.checkVisibility()
    && !getComputedStyle(link, "::after").content.includes("http") && !link.textContent.includes(link.host)).map((link) => link.outerHTML.slice(0, 80)));
  expect(bare.length === 0, `${bare.length} links are not written out, such as ${bare[0]}`);
  const pdf = (await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const most = await page.locator(".entry").count() <= 10 ? 9 : 40;
  expect(pages > 0 && pages <= most, `makes ${pages} pages of paper, more than ${most}`);
  const boxed = await tables.locator("thead button").evaluateAll((all) => all.filter((button) => getComputedStyle(button).display !== "contents").length);
  expect(boxed === 0, `${boxed} heads of columns are buttons on paper, which Chromium does not repeat on the next page`);
  const small = await tables.locator("th, td").evaluateAll((cells) => cells.filter((cell) => parseFloat(getComputedStyle(cell).fontSize) < 10.6).length); // 8 points
  expect(small === 0, `${small} cells of the tables are printed in less than 8 points`);
}

// What is said aloud on a screen stands on paper: nobody listens to that.
export async function headings(page, expect) {
  await page.emulateMedia({ media: "print" });
  const unseen = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.filter((e) => !e.checkVisibility() || getComputedStyle(e).clipPath !== "none")
    .map((e) => e.textContent));
  expect(unseen.length === 0, `${unseen.length} headings are not printed, such as "${unseen[0]}"`);
}

// The browser is told to reduce motion in all tests.
export async function still(page, expect) {
  const moving = await page.evaluate(() => {
    const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
    return [...document.querySelectorAll("*")].filter((e) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(e);
      return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration)) || scrollBehavior === "smooth";
    }).map((e) => `${e.localName}.${e.className}`);
  });
  expect(moving.length === 0, `moves, though asked not to: ${moving.slice(0, 3).join(", ")}`);
}

// Colours of the reader's own: the background shades go, the words must stay.
export async function ownColours(page, expect) {
  await page.emulateMedia({ forcedColors: "active" });
  const faint = await page.evaluate(() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
    const light = (colour) => {
      const [red, green, blue] = (colour.match(/[\d.]+/g) ?? [r, g, b]).slice(0, 3).map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const back = light(`rgb(${r},${g},${b})`);
    const contrast = (colour) => (Math.max(light(colour), back) + 0.05) / (Math.min(light(colour), back) + 0.05);
    return [...document.querySelectorAll("main *")].filter((e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && e.checkVisibility()
      && contrast(e.ownerSVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color) < 4.5).map((e) => `${e.localName}.${e.className.baseVal ?? e.className} "${e.textContent.trim().slice(0, 30)}"`);
  });
  expect(faint.length === 0, `${faint.length} texts are faint in the reader's own colours, such as ${faint.slice(0, 3).join(", ")}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline !== "none", "the focus cannot be seen in the reader's own colours");
}

export function stories(site) {
  const paths = allPages(site.root), first = (kind) => paths.find((path) => kindOf(path) === kind);
  return [
    ...paths.filter((path) => kindOf(path) === "guide").map((path) => ({ path, width: PAPER, run: print })),
    ...["guides", "guide", "articles", "methodology", "compare"].filter(first).map((kind) => ({ path: first(kind), width: PAPER, run: headings })),
    ...["guide", "compare", "search"].flatMap((kind) => ["light", "dark"].map((scheme) => ({ path: first(kind), width: 1280, scheme, run: ownColours }))),
    ...["home", "guide", "compare", "search"].map((kind) => ({ path: first(kind), width: 1280, run: still })),
  ];
}
