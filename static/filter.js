// Keeps the table to the rows that a reader asks for: by words, by the region
// that must be served, by what an entry says of each attribute.
import { choose, has, list, make } from "./page.js";

export function filtering({ tools, draw }) {
  const panel = tools.querySelector(".filter"), words = panel.querySelector("input"), selects = [];
  const pattern = panel.querySelector("template");
  let around = {};

  // As guide.Figure prints it: four digits without a unit may be a year.
  const figure = (value, unit) => value.toLocaleString("en", { maximumFractionDigits: 6, useGrouping: Boolean(unit) || Math.abs(value) >= 1e4 });

  const values = ({ attributes }, id) => [attributes[id] ?? []].flat().map((value) => ({ true: "yes", false: "no" })[value] ?? value.low ?? value.from ?? value);
  const holds = (outer, region) => region === outer || region in around && holds(outer, around[region]);

  // What a provider must do to be kept, by the name of the choice.
  const test = {
    region: ({ regions }, wanted) => regions.some((own) => own === "global" || holds(own, wanted)),
    is: (entry, wanted, id) => values(entry, id).some((value) => (typeof value === "number" ? value >= +wanted : value === wanted)),
  };

  function offer(name, label, options) {
    const field = pattern.content.firstElementChild.cloneNode(true), select = field.querySelector("select");
    Object.assign(select, { id: "by_" + name, name, onchange: draw });
    Object.assign(field.firstElementChild, { htmlFor: select.id, textContent: label });
    select.append(...options.map(([value, text]) => make("option", { value }, text)));
    pattern.before(field);
    selects.push(select);
  }

  const fields = () => [words, ...selects], clear = () => { for (const field of fields()) field.value = ""; };
  words.oninput = draw;
  panel.querySelector("button").onclick = () => {
    clear();
    draw();
  };

  const fits = ({ text, entry }, but, open) => (but === words || has(text, words.value))
    && selects.every((select) => {
      const { name, value } = select, [kind, id] = name.split(/\.(.*)/);
      return select === but || !value || test[kind](entry, value, id) || open && id && !(id in entry.attributes);
    });

  return {
    ready({ entries, regions, attributes }) {
      around = Object.fromEntries(regions.filter(({ within }) => within).map(({ id, within }) => [id, within]));
      offer("region", pattern.dataset.label, regions.filter(({ id }) => id !== "global").map(({ id, name }) => [id, name]));
      for (const { id, name, type, unit, choices } of attributes) {
        const given = new Set(entries.flatMap((entry) => values(entry, id)));
        const options = type === "number" ? [...given].sort((a, b) => a - b) : (choices ?? ["yes", "no"]).filter((value) => given.has(value));
        if (options[0] !== undefined) offer("is." + id, name, options.map((value) => [value, type === "number" ? `${figure(value, unit)} ${unit ?? ""} or more` : value]));
      }
    },
    clear,
    active: () => fields().some(({ value }) => value.trim()),
    fits: (row) => fits(row),
    // What to give up when nobody is left: how many each choice alone keeps away.
    loosen(rows) {
      const lost = fields().filter(({ value }) => value.trim()).map((field) => [field, rows.filter((row) => fits(row, field)).length]).filter(([, left]) => left);
      const open = rows.filter((row) => fits(row, null, true)).map(({ name }) => name);
      return ` Nobody ${open[0] ? `is known to fit. Not established, so not ruled out: ${list(open)}.` : "fits."} ` + (lost.map(([field, left]) => `Without ${field === words ? `the words “${words.value.trim()}”`
        : `“${field.labels[0].textContent}: ${field.selectedOptions[0].textContent}”`}: ${left}.`).join(" ") || "No one choice alone is in the way: take back several.");
    },
    settings: () => Object.fromEntries([["q", words.value.trim()], ...selects.map(({ name, value }) => [name, value])]),
    restore(query) {
      words.value = query.get("q") ?? "";
      for (const select of selects) choose(select, query.get(select.name));
    },
  };
}
