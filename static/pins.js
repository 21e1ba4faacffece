// Lets the reader choose two to five providers: a tray with their names stays in
// sight, and below the table they are set side by side, a column each, with what
// is open about each and what to ask it.
import { copies, list, make } from "./page.js";

const MOST = 5;

export function pinning({ tools, tables, columns, rows, draw, say, load }) {
  const pinned = new Set(), title = make("span"), caption = make("caption", { id: "side_caption" }, title);
  const scroll = make("div", { className: "scroll", role: "region", tabIndex: 0 }), more = make("p", { className: "note" });
  const box = make("div", { id: "side_by_side", className: "wide side", hidden: true }, scroll, more);
  const names = make("span"), leads = make("a", { href: "#side_by_side" }, "Side by side");
  const link = () => `${location.origin}${location.pathname}#pick=${[...pinned].join()}`;
  const tray = make("div", { className: "tray controls", role: "region", ariaLabel: "Compare", hidden: true }, names, leads, " ",
    copies("Copy link to the shortlist", link), " ", make("button", { type: "button", onclick: printed }, "Print"));
  let data;
  // On paper: what is chosen, where two are, and nothing else.
  function printed() {
    document.documentElement.classList.toggle("shortlisted", pinned.size > 1);
    addEventListener("afterprint", () => document.documentElement.classList.remove("shortlisted"), { once: true });
    print();
  }
  scroll.setAttribute("aria-labelledby", caption.id);
  tables.at(-1).parentNode.after(box);
  document.querySelector("main").append(tray);

  // Chooses a provider or, with a label of its own, takes off one that is chosen.
  const toggle = (row, label) => make("button", {
    type: "button", className: "pin", ...label ? { ariaLabel: "Remove " + row.name } : { ariaPressed: pinned.has(row.id) },
    async onclick() {
      if (!pinned.delete(row.id)) {
        if (pinned.size === MOST) return say(`${MOST} are chosen already: take one off first.`);
        pinned.add(row.id);
      }
      draw();
      row.pin.focus(); // the one that was pressed may be gone
      if (!data && pinned.size > 1 && await load()) draw();
    },
  }, ...label ? [label] : ["Compare", make("span", { className: "spoken" }, " " + row.name)]);

  for (const row of rows) row.link.parentNode.append(make("span", { className: "pins" }, row.pin = toggle(row)));

  // The pages that compare two of them, where the guide leads to one.
  const compared = (chosen) => chosen.flatMap((a, i) => chosen.slice(i + 1).flatMap((b) => {
    const link = document.querySelector(`a[href$="compare/${[a.id, b.id].sort().join("-vs-")}/"]`);
    return link ? [" · ", make("a", { href: link.href }, `${a.name} and ${b.name}`)] : [];
  }));

  // What is not established of an entry: of scores, facts, fees and regions; and
  // what to ask the provider because of it.
  function open({ entry: { scores, attributes, regions }, cell }) {
    const not = [], ask = [];
    for (const { criterion, state, why, printed: { low, high } } of scores) {
      if (state === "point") continue;
      const { name, about } = data.criteria.find(({ id }) => id === criterion);
      not.push(name + (state === "range" ? `: between ${low} and ${high}` : ": not known"));
      ask.push(`${name}: what can you show us? ${about ?? ""} ${why ? `What we found: ${why}` : ""}`);
    }
    for (const { id, name, about, type } of data.attributes) {
      if (id in attributes) continue;
      not.push(name + ": not established");
      ask.push(`${name}: ${type === "yes-no" ? "yes or no, and on what terms" : "what applies to you"}? ${about ?? ""}`);
    }
    const fees = columns.get("fees");
    if (fees && cell(fees).matches(".unknown")) {
      not.push(fees.label + ": not checked");
      ask.push("What do you charge, on what basis, and what comes on top?");
    }
    if (tools.dataset.regions) {
      const named = data.regions.filter(({ id }) => regions.includes(id)).map(({ name }) => name);
      not.push(named[0] ? `Which countries: all that is stated is ${list(named)}` : tools.dataset.regions + ": not checked");
      ask.push("Do you accept clients like us in our country, and through which entity?");
    }
    return [not, ask];
  }

  const items = (texts) => make("td", {}, make("ul", {}, ...texts.map((text) => make("li", {}, text.replace(/\s+/g, " ").trim()))));

  function compare(chosen) {
    const copy = (node) => node.cloneNode(true);
    const tops = chosen.map((row) => make("th", { scope: "col" }, copy(row.link), make("span", { className: "pins" }, toggle(row, "Remove"))));
    const lines = [...columns.values()].filter(({ key }) => key !== "provider").map((column) => make("tr", {},
      make("th", { scope: "row" }, ...[...column.heads[0].firstChild.childNodes].map(copy)), ...chosen.map(({ cell }) => copy(cell(column)))));
    const pages = compared(chosen), opens = data ? chosen.map(open) : [];
    const extra = opens[0] ? [["What is open", opens.map(([not]) => items(not))], ["To ask", opens.map(([, ask]) => items(ask))]] : [];
    title.textContent = list(chosen.map(({ name }) => name)) + ", side by side";
    more.replaceChildren(...pages[0] ? ["In full", ...pages] : []);
    scroll.replaceChildren(make("table", { className: "of" + chosen.length }, caption, make("thead", {}, make("tr", {}, make("td"), ...tops)),
      make("tbody", {}, ...lines,
        ...extra.map(([name, cells]) => make("tr", {}, make("th", { scope: "row" }, name), ...cells)))));
  }

  return {
    ready(read) { data = read; },
    clear: () => pinned.clear(),
    draw(order) {
      const chosen = order.filter(({ id }) => pinned.has(id)), now = chosen.map(({ id }) => id).join() + !data;
      if (tray.dataset.of !== now || chosen[0]) {
        for (const row of rows) row.pin.ariaPressed = pinned.has(row.id);
        tray.dataset.of = now;
        tray.hidden = !chosen[0];
        names.replaceChildren(`Compare (${chosen.length} of at most ${MOST}): `, ...chosen.flatMap((row) => [toggle(row, "✕ " + row.name), " "]));
        leads.hidden = box.hidden = chosen.length < 2;
        if (!box.hidden) compare(chosen);
      }
      return chosen.length ? [`${chosen.length} to compare`] : [];
    },
    settings: () => ({ pin: [...pinned].join() }),
    restore(query) {
      const [, picked] = decodeURIComponent(location.hash).match(/^#pick=(.+)/) ?? [];
      for (const id of (picked ?? query.get("pin"))?.split(",") ?? []) {
        if (pinned.size < MOST && rows.some((row) => row.id === id)) pinned.add(id);
      }
      if (picked && pinned.size > 1) requestAnimationFrame(() => box.scrollIntoView());
    },
  };
}
