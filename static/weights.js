// Lets the reader move the weights. The order is computed again from the data
// of the ranking; who has moved is said, and why who is first is first.
import { make } from "./page.js";
import { decimals, over, print, printGap, rank, redistribute } from "./order.js";

const whole = (weights) => weights.reduce((a, b) => a + b, 0);
const percent = (weight, weights) => Math.round(1e4 * weight / whole(weights)) / 100; // of weights in parts of any sum
const ordinal = (n) => n + (/1\d$/.test(n) ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th");

export function weighing({ tools, columns, rows, draw }) {
  const panel = tools.querySelector(".weights"), pattern = panel.querySelector("template"), said = panel.nextElementSibling;
  const moved = new Map(); // what the reader moved, the latest last: a criterion's index, its weight
  let criteria = [], entries, least, ours, words, published, weights, sliders;

  const byID = new Map(rows.map((row) => [row.id, row])), row = ({ id }) => byID.get(id);

  function slider({ id, name, estimate }, k) {
    const field = pattern.content.firstElementChild.cloneNode(true), [label, output, input, marks] = field.children;
    Object.assign(label, { htmlFor: "weight_" + id, textContent: estimate ? name + ", an estimate" : name });
    Object.assign(input, { id: "weight_" + id, oninput: () => move(k, input.value * 100) });
    marks.id = "ours_" + id;
    marks.append(make("option", { value: percent(ours[k], ours) }));
    input.setAttribute("list", marks.id);
    return { field, input, output };
  }

  const write = (node, text) => { if (node.data !== text) node.data = text; };

  function move(k, weight) {
    document.body.classList.add("reweighed");
    moved.delete(k);
    moved.set(k, weight);
    apply();
    draw();
  }

  // Completes what was moved; where nothing can, what was moved longest ago
  // gives way. Then puts the table in order, with no fewer decimals than ours.
  function apply() {
    while (!(weights = moved.size ? redistribute(ours, ours.map((_, k) => moved.get(k) ?? -1)) : ours)) moved.delete(moved.keys().next().value);
    const places = rank(weights, entries, least), digits = Math.max(decimals(places), decimals(published));
    for (const { id, rank, total, point, provisional } of places) {
      const { lines, cell } = row({ id }), score = cell(columns.get("score"));
      for (const line of lines) {
        const doubt = line.querySelector(".doubt");
        write(line.querySelector(".rank").firstChild, provisional ? "–" : String(rank));
        if (doubt && !provisional) doubt.remove();
        if (provisional && !doubt) line.querySelector("th a").after(make("span", { className: "doubt" }, "provisional"));
      }
      if (score.matches(".moved") !== Boolean(changed())) score.classList.toggle("moved");
      write(score.firstChild, print(total, digits, point) + " ");
      score.querySelector("rect").setAttribute("width", Math.floor(total * 100 / point) / 10 + "%");
    }
    rows.splice(0, rows.length, ...places.map(row));
    criteria.forEach(({ id }, k) => {
      const { input, output } = sliders[k], now = percent(weights[k], weights);
      input.value = now;
      input.ariaValueText = `${now} percent, editors ${percent(ours[k], ours)}`;
      output.textContent = now + "\u00a0%";
      write(columns.get(id).heads[0].querySelector("small").firstChild, changed() ? now + "\u00a0%" : words[k]);
    });
    said.textContent = changed() ? rests() + why(places, digits) + " " + who(places) : "";
  }

  const changed = () => weights?.some((weight, k) => weight * whole(ours) !== ours[k] * whole(weights));

  // What was given more weight although most of its scores are not known.
  const rests = () => criteria.filter(({ estimate }, k) => estimate && weights[k] * whole(ours) > ours[k] * whole(weights)).map(({ estimate }) => estimate + " ").join("");

  function who(places) {
    const before = new Map(published.map(({ id, rank }) => [id, rank]));
    return places.filter(({ id, rank }) => rank !== before.get(id))
      .map(({ id, rank }) => `${row({ id }).name}: ${ordinal(before.get(id))} to ${ordinal(rank)}.`).join(" ") || "Nobody moves.";
  }

  // Why the first is ahead of who is first under our weights; where that is the
  // same one, of the next: what each criterion adds to the gap, as Go has it.
  function why(places, digits) {
    const [first, next] = places, old = places.find(({ id }) => id === published[0].id), other = first === old ? next : old;
    if (!other) return "";
    const [a, b] = [first, other].map((place) => row(place).name), gap = first.total - other.total;
    const than = first === old ? b : `${b}, our first`;
    if (!gap) return `${a} is level with ${than}.`;
    const leads = over(weights, criteria.map(({ id }) => id), first, other).map(([k, lead]) => [criteria[k].name, lead]);
    const printed = (points) => printGap(points, digits, first.point), gains = leads.filter(([, lead]) => lead > 0);
    const named = gains.slice(0, 2), most = 2 * whole(named.map(([, lead]) => lead)) > whole(gains.map(([, lead]) => lead));
    const [name, loss] = leads.at(-1);
    return `${first === old ? "Your weights leave" : "Your weights put"} ${a} first, ${printed(gap)} ahead of ${than}, ${most ? "mainly" : "most of all"} on `
      + named.map(([name, lead]) => `${name} (+${printed(lead)})`).join(" and ") + (loss < 0 ? `, despite ${name} (−${printed(-loss)}).` : ".");
  }

  const clear = () => {
    moved.clear();
    if (ours) apply();
  };
  panel.querySelector("button").onclick = () => {
    clear();
    draw();
  };

  return {
    clear,
    ready(data) {
      criteria = data.criteria;
      ours = criteria.map((criterion) => criterion.published_weight);
      least = data.method.min_known_basis_points;
      entries = data.entries.map(({ provider, scores }) => ({
        id: provider, scores: scores.map(({ published }) => published), known: scores.map(({ low, high }) => low === high),
      }));
      words = criteria.map(({ id }) => columns.get(id).heads[0].querySelector("small").textContent);
      published = rank(ours, entries);
      sliders = criteria.map(slider);
      pattern.before(...[...columns.keys()].flatMap((key) => sliders[criteria.findIndex(({ id }) => id === key)]?.field ?? []));
      apply();
    },
    settings: () => ({ w: changed() ? [...moved].map(([k, weight]) => criteria[k].id + "." + weight / 100).join() : "" }),
    restore(query) {
      for (const [, id, weight] of query.get("w")?.matchAll(/([^,.]+)\.(\d+(?:\.\d\d?)?)/g) ?? []) {
        const k = criteria.findIndex((criterion) => criterion.id === id);
        if (k >= 0) moved.set(k, 100 * Math.round(weight));
      }
      if (moved.size) apply();
    },
  };
}
