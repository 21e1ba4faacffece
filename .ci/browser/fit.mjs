// Finds text that cannot be read because of where it stands: cut off by its own
// box, by a chart or by the window; printed over other text; squeezed to a few
// letters a line or broken inside a word.

const MOST = 6; // of one visit; one cause often has many

export async function fit(page, fault) {
  const found = await page.evaluate(measure);
  for (const what of found.slice(0, MOST)) fault(what);
  if (found.length > MOST) fault(`has ${found.length - MOST} more faults of this kind`);
}

// Runs in the page.
function measure() {
  const SLACK = 1, FEW = 5, LITTLE = 24, found = [];
  const width = document.documentElement.clientWidth;
  const name = (element) => {
    const own = element.localName + (element.id ? `#${element.id}` : "") + [...element.classList].map((c) => `.${c}`).join("");
    const near = element.parentElement?.closest("[id]");
    return element.id || !near ? own : `#${near.id} ${own}`;
  };
  const quote = (text) => `"${text.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true, opacityProperty: true });

  const boxes = new Map();
  function style(element) {
    if (!boxes.has(element)) {
      const { overflowX, overflowY, hyphens, whiteSpace, position, clipPath } = getComputedStyle(element);
      boxes.set(element, { overflowX, overflowY, hyphens, whiteSpace, position, clipPath });
    }
    return boxes.get(element);
  }
  // Words for those who listen are clipped to nothing; the skip link shows
  // itself on focus.
  function unseen(element) {
    for (let box = element; box; box = box.parentElement) if (style(box).clipPath === "inset(50%)") return true;
    return element.matches(".skip:not(:focus)");
  }
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";

  // What is left of a rectangle inside the boxes that scroll around it.
  function visiblePart(rect, element) {
    let { left, right, top, bottom } = rect;
    for (let box = element; box; box = box.parentElement) {
      const { overflowX, overflowY } = style(box);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const frame = box.getBoundingClientRect();
      if (scrolls(overflowX)) [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      if (scrolls(overflowY)) [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return right - left > SLACK && bottom - top > SLACK ? { left, right, top, bottom } : null;
  }

  // Boxes that cut what does not fit.
  for (const element of document.body.querySelectorAll("*")) {
    const { overflowX, overflowY } = style(element);
    if (element.ownerSVGElement || (!hides(overflowX) && !hides(overflowY)) || unseen(element)) continue;
    if (!element.textContent.trim() || !shown(element) || element.localName === "svg") continue;
    if (hides(overflowX) && element.scrollWidth > element.clientWidth + SLACK) found.push(`cuts its text: ${name(element)}`);
    if (hides(overflowY) && element.scrollHeight > element.clientHeight + SLACK) found.push(`cuts its text: ${name(element)}`);
  }
  for (const element of document.querySelectorAll("select, button")) {
    if (shown(element) && element.scrollWidth > element.clientWidth + SLACK) found.push(`cuts its text: ${name(element)}`);
  }

  // Tables that are wider than the window need a box that scrolls.
  for (const table of document.querySelectorAll("table")) {
    if (!shown(table) || table.getBoundingClientRect().right <= width + SLACK) continue;
    let box = table.parentElement;
    while (box && !scrolls(style(box).overflowX)) box = box.parentElement;
    if (!box || box === document.documentElement) found.push(`is wider than the window and does not scroll: ${name(table)}`);
  }

  // A box that scrolls for a few pixels only cuts a column for nothing.
  for (const box of document.querySelectorAll(".scroll")) {
    const over = box.scrollWidth - box.clientWidth;
    if (shown(box) && over > 0 && over < LITTLE) found.push(`scrolls sideways for ${over} px only: ${name(box)}`);
  }

  // The lines of all text that is seen.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement, text = node.data.trim();
    if (!text || !shown(element) || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > SLACK);
    if (!rects.length) continue;

    const chart = element.closest("svg")?.getBoundingClientRect();
    for (const rect of rects) {
      const part = visiblePart(rect, element);
      if (!part) continue;
      if (part.left < -SLACK || part.right > width + SLACK) found.push(`stands outside the window: ${quote(text)} in ${name(element)}`);
      if (chart && (rect.left < chart.left - SLACK || rect.right > chart.right + SLACK || rect.top < chart.top - 2 || rect.bottom > chart.bottom + 2)) {
        found.push(`is cut by its chart: ${quote(text)} in ${name(element)}`);
      }
      // The box of a line is higher than its letters: an eighth of it on
      // either side holds nothing but the tips of some.
      const tip = (part.bottom - part.top) / 8;
      lines.push({ ...part, top: part.top + tip, bottom: part.bottom - tip, node, element, text });
    }

    if (element.ownerSVGElement || rects.length < 2) continue;
    const rows = new Set(rects.map((rect) => Math.round(rect.top))).size;
    // A line for each word is narrow, and is read as it stands.
    if (rows > Math.max(2, text.split(/\s+/).length) && text.length / rows < FEW) found.push(`has ${Math.round(text.length / rows)} letters a line: ${quote(text)} in ${name(element)}`);
    if (style(element).hyphens === "auto" || style(element).whiteSpace.startsWith("pre")) continue;
    // An address has no better place to be broken than anywhere.
    for (const word of node.data.matchAll(/(?<![^\s])(?!\S{25})[^\s\p{L}\p{N}]*[\p{L}\p{N}]{3,24}/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top)));
      if (tops.size > 1) found.push(`breaks the word ${quote(word[0])} in ${name(element)}`);
    }
  }

  // Lines that stand on each other.
  lines.sort((a, b) => a.top - b.top);
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom - SLACK; j++) {
      const [a, b] = [lines[i], lines[j]];
      if (a.node === b.node || stuck(a.element) !== stuck(b.element)) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > SLACK && down > SLACK) found.push(`prints ${quote(b.text)} in ${name(b.element)} over ${quote(a.text)} in ${name(a.element)}`);
    }
  }
  // What sticks to an edge may cover what is scrolled below it.
  function stuck(element) {
    for (let box = element; box; box = box.parentElement) if (/sticky|fixed/.test(style(box).position)) return box;
    return null;
  }
  return [...new Set(found)];
}
