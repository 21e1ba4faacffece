// Brings the tables of a guide to life: they can be sorted, filtered, chosen from and
// put in order by other weights, all by one set of controls. Without, they are whole.
import { asked, copies, keep, make } from "./page.js";
import { filtering } from "./filter.js";
import { pinning } from "./pins.js";
import { weighing } from "./weights.js";

const tools = document.querySelector(".tools"), tables = [...document.querySelectorAll("#comparison .grid")];
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

// The columns of all tables, by what the address calls them. One that stands in
// several tables has a head in each.
const columns = new Map();
for (const table of tables) {
  for (const head of table.tHead.rows[0].cells) {
    const { key } = head.dataset, at = head.cellIndex;
    if (columns.has(key)) columns.get(key).heads.push(head);
    else columns.set(key, { key, heads: [head], table: tables.indexOf(table), at, label: head.firstChild.textContent.trim(), number: head.matches(".number") });
  }
}

// The rows, in the order of their ranks; weights.js keeps them so. A provider has
// one line in each table.
const rows = [...tables[0].tBodies[0].rows].map((first, i) => {
  const lines = tables.map((table) => table.tBodies[0].rows[i]), link = first.querySelector("th a");
  return {
    lines, link, id: decodeURIComponent(link.hash.slice(1)), name: link.textContent, text: lines.map((line) => line.textContent).join(" ").toLowerCase(),
    cell: ({ table, at }) => lines[table].cells[at],
  };
});

const say = (text) => { tools.lastElementChild.textContent = text; };

// Reads what the table does not say, once, when it is first needed.
let reading;
const load = () => reading ??= fetch(tools.dataset.ranking).then((reply) => reply.json()).then((data) => {
  for (const row of rows) {
    row.entry = data.entries.find((entry) => entry.provider === row.id);
    if (!row.entry) throw Error("another build than the page's");
  }
  for (const part of [filter, pins, weights]) part.ready(data);
  return true;
}).catch(() => {
  reading = null;
  say("Cannot read the scores. Reload the page.");
});

let sort = []; // the column, and 1 or -1; nothing for the order of ranks

// How presses turn a column: as one looks for it, the other way, not at all.
const turns = ({ key, number }) => (key === "rank" ? [-1] : number ? [-1, 1] : [1, -1]);

function press(column) {
  const next = turns(column)[column === sort[0] ? turns(column).indexOf(sort[1]) + 1 : 0];
  sort = next ? [column, next] : [];
  draw();
}

// What a cell sorts by: words, a figure, a range as what it counts as; null,
// which comes last either way, for what is not known.
function worth(row, column) {
  const { dataset, firstChild } = row.cell(column), text = column.key === "provider" ? row.name : firstChild.textContent;
  if ("figure" in dataset) return Number.isNaN(+dataset.figure) ? null : +dataset.figure;
  if (column.key === "rank") return +text || rows.indexOf(row) + 1; // a dash is a place all the same
  if (!column.number) return text.startsWith("not ") ? null : text;
  const [low, high] = text.match(/[\d.]+/g) ?? [];
  return low ? high && !("low" in tools.dataset) ? (+low + +high) / 2 : +low : null;
}

function sorted() {
  const [column, sign] = sort, by = new Map(rows.map((row) => [row, sign && worth(row, column)]));
  return [...rows].sort((x, y) => {
    const a = by.get(x), b = by.get(y);
    if (a === null || b === null) return (a === null) - (b === null);
    return sign ? sign * (typeof a === "string" ? collator.compare(a, b) : a - b) : 0;
  });
}

// Moves only the lines that must: all but the longest run that stands in order
// already. A line that is moved is laid out anew, and with it the table.
function arrange(body, lines) {
  const place = new Map([...body.rows].map((line, i) => [line, i])), best = [], before = [], stay = new Set();
  lines.forEach((line, i) => {
    [best[i], before[i]] = [1, -1];
    for (let k = 0; k < i; k++) if (best[k] >= best[i] && place.get(lines[k]) < place.get(line)) [best[i], before[i]] = [best[k] + 1, k];
  });
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = before[i]) stay.add(lines[i]);
  lines.reduceRight((next, line) => {
    if (!stay.has(line)) body.insertBefore(line, next);
    return line;
  }, null);
}

// The rows by what they are, in the order of the first of each kind, under a line of
// its name in every table.
const kindOf = (row) => row.cell(columns.get("kind")).textContent, heads = new Map();
const grouping = make("input", { type: "checkbox", onchange: () => draw() });
function grouped(order) {
  for (const lines of heads.values()) for (const line of lines) line.hidden = true;
  if (!grouping.checked) return order;
  return [...new Set(order.map(kindOf))].flatMap((kind) => {
    const some = order.filter((row) => kindOf(row) === kind);
    if (!heads.has(kind)) {
      heads.set(kind, tables.map((table) => {
        const line = make("tr", { className: "group" }, make("th", { scope: "rowgroup", colSpan: table.parentNode.matches(".ofscores") ? 3 : 2 }, kind));
        table.tBodies[0].append(line);
        return line;
      }));
    }
    const lines = heads.get(kind);
    for (const line of lines) line.hidden = some.every((row) => row.lines[0].hidden);
    return [{ lines }, ...some];
  });
}

// Shows the tables as they are set, says so, and keeps it in the address.
function draw() {
  const order = sorted(), [column = columns.get("rank"), sign = 1] = sort;
  for (const row of rows) for (const line of row.lines) if (line.hidden === filter.fits(row)) line.hidden = !line.hidden;
  const shown = grouped(order);
  tables.forEach((table, t) => arrange(table.tBodies[0], shown.map(({ lines }) => lines[t])));
  for (const { key, heads } of columns.values()) {
    const turned = key === column.key ? sign > 0 ? "ascending" : "descending" : null;
    for (const head of heads) if (head.ariaSort !== turned) head.ariaSort = turned;
  }
  const left = rows.filter(({ lines }) => !lines[0].hidden).length, own = weights.settings().w, chosen = pins.draw(order);
  say([
    (filter.active() ? `${left} of ` : "") + `${rows.length} ${tools.dataset.noun}`,
    ...grouping.checked ? ["grouped by kind"] : [], sort[0] ? `by ${column.label}, ${column.heads[0].ariaSort}` : "in order of rank",
    ...chosen, ...own ? ["under your weights"] : [],
  ].join(", ") + "." + (left ? "" : filter.loosen(rows)));
  const set = [...own ? ["your weights"] : [], ...sort[0] || grouping.checked ? ["another order"] : [], ...filter.active() ? ["a filter"] : [], ...chosen[0] ? ["a shortlist"] : []];
  banner.hidden = !set[0];
  banner.firstChild.data = `Changed by you: ${set.join(", ")}. `;
  keep({
    sort: sort[0] && (sign === turns(column)[0] ? "" : "-") + column.key,
    group: grouping.checked ? "kind" : "",
    ...filter.settings(), ...pins.settings(), ...weights.settings(),
  });
}

// What is set can be sent on, and taken back in one press.
const banner = make("p", { className: "banner", hidden: true }, "", copies("Copy link", () => location.href), " ",
  make("button", {
    type: "button",
    onclick() {
      sort = [];
      grouping.checked = false;
      for (const part of [filter, pins, weights]) part.clear();
      draw();
    },
  }, "Back to the editors’ order"));
tools.prepend(banner);

// The rows that are shown, for spreadsheets: the tables of scores, or
// those of facts. A text that would be taken for a formula has an apostrophe before it.
function download(name, scores) {
  const wanted = [...columns.values()].filter(({ key, table }) => ["rank", "provider"].includes(key) || scores === tables[table].parentNode.matches(".ofscores"));
  const cell = (text) => `"${(/^\s*[=+\-@＝＋－＠]/.test(text) ? "'" : "") + text.trim().replaceAll('"', '""')}"`;
  const lines = [wanted.map(({ label }) => label), ...sorted().filter(({ lines }) => !lines[0].hidden)
    .map((row) => wanted.map((column) => (column.key === "provider" ? row.name : ["rank", "score"].includes(column.key) ? row.cell(column).firstChild.data : row.cell(column).textContent)))];
  const href = URL.createObjectURL(new Blob(["\ufeff" + lines.map((line) => line.map(cell).join()).join("\r\n") + "\r\n"], { type: "text/csv" }));
  make("a", { href, download: location.pathname.split("/").at(-2) + "-" + name + ".csv" }).click();
}
const sheets = [["Scores", "scores", true], ["Facts", "facts", false]].flatMap(([label, name, scores]) =>
  [" ", make("button", { type: "button", onclick: () => download(name, scores) }, label + " shown, as CSV")]);

const guide = { tools, tables, columns, rows, draw, say, load };
const filter = filtering(guide), pins = pinning(guide), weights = weighing(guide);

async function restore() {
  const query = asked(), [, back, key] = query.get("sort")?.match(/^(-?)(.+)/) ?? [], column = columns.get(key);
  grouping.checked = query.get("group") === "kind";
  if (column) sort = [column, turns(column)[+!!back] ?? -1];
  if (/[?&](w|region|is\.)|[?&#]pick=/.test(location.search + location.hash) && !await load()) return;
  for (const part of [filter, pins, weights]) part.restore(query);
  draw();
}

tools.querySelector(".filter > p:last-child").append(...sheets);
if (columns.has("kind") && new Set(rows.map(kindOf)).size > 1) tools.querySelector(".filter > .fields").after(make("p", {}, make("label", {}, grouping, " Group by kind")));
for (const column of columns.values()) {
  for (const head of column.heads) head.append(make("button", { type: "button", onclick: () => press(column) }, ...head.childNodes));
}
for (const head of columns.get("rank").heads) head.ariaSort = "ascending";
for (const details of tools.querySelectorAll("details")) details.ontoggle = load;
tools.hidden = false;
if (location.search || /^#pick=/.test(location.hash)) restore();
addEventListener("hashchange", () => { if (/^#pick=/.test(location.hash)) restore(); });
