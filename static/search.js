// Reads the index of internal/export/search, whose package comment explains it.

const SPELLED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ" };
const UNHEARD = /['\u00ad\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u200c\u200d\u2019]/g;
const PAIRED = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー]";
const CHARACTER = RegExp(PAIRED + "\\p{M}*", "gu");
const WORD = RegExp(`(?:${CHARACTER.source})+|(?:(?!${PAIRED})[\\p{L}\\p{N}\\p{M}])+`, "gu");

const cut = (text) => [...text].slice(0, 24).join("");

export const words = (text) => (text.normalize("NFKD").replace(UNHEARD, "").toLowerCase()
  .replace(/[ßæœøđðłþıς]/g, (c) => SPELLED[c]).match(WORD) ?? []).flatMap((run) => {
  const own = run.match(CHARACTER);
  if (!own) return cut(run);
  return own.length > 1 ? own.slice(1).map((character, i) => cut(own[i] + character)) : cut(run);
});

// Visits each document of a list with its group; returns of how many these are
// the best, if there are more.
function read(list, visit) {
  let n = 0, doc = -1, group = 0, all;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code < 48) [group, doc] = [code - 35, -1];
    else if (code > 79) n = n * 32 + code - 80;
    else {
      n = n * 32 + code - 48;
      if (group < 0) all = n;
      else visit(doc += n + 1, group);
      n = 0;
    }
  }
  return all;
}

const part = (parts, key) => parts.findLast(([begins]) => begins <= key)?.[1];

// The documents that have the word, or one that begins so: the level of each,
// twice over, and one more for a beginning.
async function lookUp(index, word, begins) {
  const found = { word, docs: new Map() };
  const add = (list, rest) => read(list, (doc, group) => {
    const level = 2 * group + rest;
    if (!(found.docs.get(doc) <= level)) found.docs.set(doc, level);
  });
  const prefix = begins && index.prefixes.find(([p]) => p.startsWith(word));
  if (prefix) {
    const { whole, all, top } = await index.load(prefix[1]);
    for (const [doc, ...item] of top) index.items.set(doc, item);
    found.cut = add(all, 1);
    if (prefix[0] === word) add(whole, 0);
  } else {
    const name = part(index.words, word), page = name ? await index.load(name) : {};
    for (const [text, list] of Object.entries(page)) {
      if (text === word) found.cut = add(list, 0);
      else if (begins && text.startsWith(word)) found.cut = add(list, 1) ?? found.cut;
    }
  }
  return found;
}

// Whether one slip makes one word the other.
function near(a, b) {
  let from = 0, to = 0;
  while (from < a.length && a[from] === b[from]) from++;
  while (to < Math.min(a.length, b.length) - from && a.at(-1 - to) === b.at(-1 - to)) to++;
  const [x, y] = [a, b].map((w) => w.slice(from, w.length - to));
  return x.length < 2 && y.length < 2 || x.length === 2 && x.join() === [...y].reverse().join();
}

// The word that somebody may have meant.
async function meant(index, word) {
  const letters = [...word];
  if (letters.length < 4) return;
  for (const key of ["0" + letters.slice(0, 2).join(""), "1" + letters.slice(-2).join("")]) {
    const name = part(index.slips, key), page = name ? await index.load(name) : {};
    const match = Object.hasOwn(page, key) && page[key].split(" ").find((other) => near(letters, [...other]));
    if (match) return match;
  }
}

async function scores(index, word, begins) {
  const found = await lookUp(index, word, begins);
  const other = found.docs.size ? null : await meant(index, word);
  return other ? { ...await lookUp(index, other), asked: word } : found;
}

const WORTH = [128, 128, 128, 128, 32, 16, 8, 2];

// Finds documents, best first. Says whether there may be more of them, whether
// none has all the words, and which words were taken for others.
export async function find(index, query, region) {
  const all = words(query), rare = all.filter((word) => !index.common.has(word)), used = (rare[0] ? rare : all).slice(0, 8);
  const last = all.at(-1);
  const [within, ...lists] = await Promise.all([region && lookUp(index, "@" + region),
    ...used.map((word, i) => scores(index, word, i === used.length - 1 && word === last))]);
  if (region && !lists[0]) return { docs: [...within.docs.keys()] };
  for (const list of lists) list.bits = 32 - Math.clz32(index.size / (list.cut || list.docs.size || 1));
  const needed = lists.filter((list) => !list.cut), bits = needed.reduce((sum, list) => sum + list.bits, 0), hits = new Map();
  for (const list of lists) {
    for (const [doc, level] of list.docs) {
      if (within && !within.docs.has(doc)) continue;
      let hit = hits.get(doc);
      if (!hit) hits.set(doc, hit = { score: 0, bits: 0, lists: 0, named: [0, 0, 0] });
      const group = level >> 1;
      hit.score += WORTH[group] * (2 - level % 2) * list.bits;
      if (group < 3) hit.named[group]++;
      if (!list.cut) [hit.bits, hit.lists] = [hit.bits + list.bits, hit.lists + 1];
    }
  }
  let kept = [...hits].filter(([, hit]) => (needed.length < 4 ? hit.lists === needed.length : 4 * hit.bits >= 3 * bits));
  const partly = !kept[0] && hits.size > 0;
  if (partly) {
    const most = Math.max(...[...hits.values()].map((hit) => hit.bits));
    kept = [...hits].filter(([, hit]) => hit.bits === most);
  }
  for (const [, hit] of kept) if (hit.named.some((n, i) => n > i)) hit.score *= 2;
  return {
    docs: kept.sort((a, b) => b[1].score - a[1].score || a[0] - b[0]).map(([doc]) => doc),
    more: lists.some((list) => list.cut), partly, instead: lists.filter(({ asked }) => asked),
  };
}

// What a result shows. A row repeats the beginning of the one before it.
export async function item(index, doc) {
  if (index.items.has(doc)) return index.items.get(doc);
  const file = doc >> 4, names = await index.load(index.rows[file >> 8]), at = (file & 255) * 8;
  const rows = await index.load(names.slice(at, at + 8));
  for (let i = 0, before = ["", "", ""]; i < rows.length; i += 3) {
    before = before.map((text, k) => text.slice(0, rows[i + k].charCodeAt() - 48) + rows[i + k].slice(1));
    index.items.set((file << 4) + i / 3, before);
  }
  return index.items.get(doc);
}

const tokens = (text) => text.match(/\S+/g) ?? [];
const parts = (text) => tokens(text).map((token) => [token.slice(0, -8), token.slice(-8)]);

export const open = ({ words, prefixes, slips, rows, common, size }, load) => ({
  words: parts(words), prefixes: parts(prefixes), slips: parts(slips), rows: tokens(rows), common: new Set(tokens(common)), size: +size, items: new Map(), load,
});

const byID = (id) => document.getElementById(id);

function start(form) {
  const { base } = form.dataset, files = {};
  const [status, results, more, all] = ["status", "results", "more", "all"].map(byID);
  const { q, kind, region } = form.elements;
  const index = open(form.dataset, (name) => files[name] ??= fetch(`${base}search/index/${name}.json`).then((reply) => reply.json()));
  let turn = 0, hits;

  async function show(from, mine) {
    const items = await Promise.all(hits.slice(from, from + 10).map((doc) => item(index, doc)));
    if (mine !== turn) return;
    if (!from) results.replaceChildren();
    for (const [title, path, note] of items) {
      const [row, link, text] = ["li", "a", "p"].map((name) => document.createElement(name));
      link.href = base + path.slice(1);
      link.textContent = title;
      text.textContent = note;
      link.dir = text.dir = "auto";
      row.append(link, text);
      results.append(row);
    }
    more.hidden = hits.length <= from + 10;
    if (from) results.children[from].firstChild.focus();
  }

  async function search() {
    const mine = ++turn, active = region.value || words(q.value)[0];
    try {
      const found = await find(index, q.value, region.value);
      if (mine !== turn) return;
      const set = [...new FormData(form)].filter((pair) => pair[1]);
      history.replaceState(null, "", location.pathname + (set[0] ? "?" + new URLSearchParams(set) : ""));
      for (const option of kind) {
        const { from, to } = option.dataset, own = found.docs.filter((doc) => doc >= from && doc < to);
        option.nextElementSibling.textContent = active ? own.length + (found.more ? "+" : "") : "";
        if (option.checked) hits = own;
      }
      await show(0, mine);
      if (mine !== turn) return;
      all.hidden = active;
      status.textContent = active ? [
        ...(found.instead ?? []).map(({ asked, word }) => `Nothing has “${asked}”: “${word}” was looked for.`),
        ...found.partly ? ["Nothing has all of the words; this has most."] : [],
        `${hits.length ? hits.length + (found.more ? " or more" : "") : "No"} result${hits.length - 1 ? "s" : ""}`,
      ].join(" ") : "";
    } catch {
      if (mine === turn) status.textContent = "Cannot read the index. Reload the page.";
    }
  }

  const given = new URLSearchParams(location.search);
  for (const name of ["q", "kind", "region"]) form.elements[name].value = given.get(name) ?? "";
  form.parentNode.hidden = false;
  form.oninput = search;
  form.onsubmit = (event) => {
    event.preventDefault();
    results.querySelector("a")?.focus();
  };
  // Arrows lead from the field through the results and back.
  form.parentNode.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [q, ...results.querySelectorAll("a")], at = stops.indexOf(event.target);
    if (event.key === "Escape" && at > 0) q.focus();
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  };
  more.onclick = () => show(results.children.length, turn);
  if (location.search) search();
}

if (globalThis.document) start(byID("search"));
