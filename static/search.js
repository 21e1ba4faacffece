// Reads the index of internal/export/search and explains.

const SPELLED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ" };

export const words = (text) => [...text.normalize("NFKD").replace(/[\p{M}'’ʼ]/gu, "").toLowerCase()
  .replace(/[ßæœøđðłþıς]/g, (c) => SPELLED[c])
  .matchAll(/([\p{L}\p{N}]{1,24})[\p{L}\p{N}]*/gu)].map((m) => m[1]);

// Visits each document of a list, with its group.
function read(list, visit) {
  for (let i = 0, n = 0, doc = -1, group = 0; i < list.length; i++) {
    const digit = list.charCodeAt(i) - 48;
    if (digit < 0) [group, doc] = [group + 1, -1];
    else if (digit > 31) n = n * 32 + digit - 32;
    else {
      visit(doc += n * 32 + digit + 1, group);
      n = 0;
    }
  }
}

// Scores the documents that have the word, or one that begins so.
async function scores(index, word, begins) {
  const found = new Map();
  const add = (doc, level) => found.set(doc, Math.max(found.get(doc) ?? 0, 512 >> level));
  const prefix = begins ? index.prefixes.findIndex((p) => p.startsWith(word)) : -1;
  if (prefix >= 0) {
    const { all, top } = await index.load("p" + prefix);
    for (const [doc, ...item] of top) index.items.set(doc, item);
    const whole = index.prefixes[prefix] === word ? 0 : 1;
    read(all, (doc, group) => add(doc, group | whole));
  } else {
    const page = await index.load("t" + (index.pages.findLastIndex((p) => p <= word) + 1));
    for (const [text, list] of Object.entries(page)) {
      if (text === word) read(list, (doc, field) => add(doc, 2 * field));
      else if (begins && text.startsWith(word)) read(list, (doc, field) => add(doc, 2 * field + 1));
    }
  }
  return found;
}

// Finds the documents that have every word, best first.
export async function find(index, query, region) {
  const asked = words(query).map((word, i, all) => scores(index, word, i === all.length - 1));
  if (region) asked.push(scores(index, "@" + region));
  const lists = await Promise.all(asked), hits = [];
  for (const doc of lists[0]?.keys() ?? []) {
    const each = lists.map((list) => list.get(doc));
    if (each.every(Boolean)) hits.push([doc, each.reduce((a, b) => a + b)]);
  }
  return hits.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([doc]) => doc);
}

const byID = (id) => document.getElementById(id);

function start(form) {
  const { base, digest, pages, prefixes } = form.dataset;
  const [status, results, more, all] = ["status", "results", "more", "all"].map(byID);
  const { q, kind, region } = form.elements, files = {};
  const index = {
    pages: pages.match(/\S+/g) ?? [], prefixes: prefixes.match(/\S+/g) ?? [], items: new Map(),
    load: (name) => files[name] ??= fetch(`${base}search/index/${digest}/${name}.json`).then((reply) => reply.json()),
  };
  let turn = 0, hits;

  async function show(from, mine) {
    const items = await Promise.all(hits.slice(from, from + 10).map(
      async (doc) => index.items.get(doc) ?? (await index.load("d" + (doc >> 3)))[doc & 7]));
    if (mine !== turn) return;
    if (!from) results.replaceChildren();
    for (const [title, path, note] of items) {
      const [row, link, text] = ["li", "a", "p"].map((name) => document.createElement(name));
      link.href = base + path.slice(1);
      link.textContent = title;
      text.textContent = note;
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
      let from = 0;
      for (const option of kind) {
        const to = from + +option.dataset.count;
        const own = option.value ? found.filter((doc) => doc >= from && doc < to) : found;
        option.nextElementSibling.textContent = active ? own.length : "";
        if (option.checked) hits = own;
        from = to;
      }
      await show(0, mine);
      if (mine !== turn) return;
      all.hidden = active;
      status.textContent = active ? `${hits.length || "No"} result${hits.length - 1 ? "s" : ""}` : "";
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
  more.onclick = () => show(results.children.length, turn);
  if (location.search) search();
}

if (globalThis.document) start(byID("search"));
