// Lets the reader pin two to five providers, and sets those side by side below
// the table: a column each, a row for each column of the table.
import { list, make } from "./page.js";

const MOST = 5;

export function pinning({ tables, columns, rows, draw, say }) {
  const pinned = new Set(), title = make("span"), caption = make("caption", { id: "side_caption" }, title);
  const scroll = make("div", { className: "scroll", role: "region", tabIndex: 0 }), more = make("p", { className: "note" });
  const box = make("div", { id: "side_by_side", className: "wide side", hidden: true }, scroll, more);
  scroll.setAttribute("aria-labelledby", caption.id);
  tables.at(-1).parentNode.after(box);

  const toggle = (row) => make("button", {
    type: "button", className: "pin", ariaPressed: pinned.has(row.id),
    onclick() {
      if (!pinned.delete(row.id)) {
        if (pinned.size === MOST) return say(`${MOST} are pinned already: unpin one first.`);
        pinned.add(row.id);
      }
      draw();
      row.pin.focus(); // the one below the table may be gone
    },
  }, "Pin", make("span", { className: "spoken" }, " " + row.name));

  for (const row of rows) {
    row.pin = toggle(row);
    row.side = make("a", { href: "#side_by_side", hidden: true }, "Side by side");
    row.link.parentNode.append(make("span", { className: "pins" }, row.pin, row.side));
  }

  // The pages that compare two of them, where the guide leads to one.
  const compared = (chosen) => chosen.flatMap((a, i) => chosen.slice(i + 1).flatMap((b) => {
    const link = document.querySelector(`a[href$="compare/${[a.id, b.id].sort().join("-vs-")}/"]`);
    return link ? [" · ", make("a", { href: link.href }, `${a.name} and ${b.name}`)] : [];
  }));

  function compare(chosen) {
    const copy = (node) => node.cloneNode(true);
    const names = chosen.map((row) => make("th", { scope: "col" }, copy(row.link), make("span", { className: "pins" }, toggle(row))));
    const lines = [...columns.values()].filter(({ key }) => key !== "provider").map((column) => make("tr", {},
      make("th", { scope: "row" }, ...[...column.heads[0].firstChild.childNodes].map(copy)), ...chosen.map(({ cell }) => copy(cell(column)))));
    const pages = compared(chosen);
    title.textContent = list(chosen.map(({ name }) => name)) + ", side by side";
    more.replaceChildren(...pages[0] ? ["In full", ...pages] : []);
    scroll.replaceChildren(make("table", {}, caption, make("thead", {}, make("tr", {}, make("td"), ...names)),
      make("tbody", {}, ...lines)));
  }

  return {
    draw(order) {
      const chosen = order.filter(({ id }) => pinned.has(id));
      for (const row of rows) {
        row.pin.ariaPressed = pinned.has(row.id);
        row.side.hidden = chosen.length < 2 || !pinned.has(row.id);
      }
      box.hidden = chosen.length < 2;
      if (!box.hidden) compare(chosen);
      return chosen.length ? [`${chosen.length} pinned`] : [];
    },
    settings: () => ({ pin: [...pinned].join() }),
    restore(query) {
      for (const id of query.get("pin")?.split(",") ?? []) {
        if (pinned.size < MOST && rows.some((row) => row.id === id)) pinned.add(id);
      }
    },
  };
}
