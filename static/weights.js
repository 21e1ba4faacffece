// Lets the reader move the weights. The order is computed again from the data
// of the ranking; who has moved is said, and why who is first is first.
import { make } from "./page.js";
import { decimals, over, print, printGap, rank, redistribute } from "./order.js";

const whole = (weights) => weights.reduce((a, b) => a + b, 0);
const percent = (weight, weights) => Math.round(1e4 * weight / whole(weights)) / 100; // of weights in parts of any sum
const ordinal = (n) => n + (/1\d$/.test(n) ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th");

export function weighing({ tools, heads, keys, rows, draw }) {
  const panel = tools.querySelector(".weights"), pattern = panel.querySelector("template"), said = panel.nextElementSibling;
  const moved = new Map(); // what the reader moved, the latest last: a criterion's index, its weight
  let criteria = [], entries, ours, published, weights, sliders;

  const row = ({ id }) => rows.find((row) => row.id === id);

  function slider({ id, name }, k) {
    const field = pattern.content.firstElementChild.cloneNode(true), [label, output, input, marks] = field.children;
    Object.assign(label, { htmlFor: "weight_" + id, textContent: name });
    Object.assign(input, { id: "weight_" + id, oninput: () => move(k, Math.round(input.value * 100)) });
    marks.id = "ours_" + id;
    marks.append(make("option", { value: percent(ours[k], ours) }));
    input.setAttribute("list", marks.id);
    return { field, input, output };
  }

  function move(k, weight) {
    moved.delete(k);
    moved.set(k, weight);
    apply();
    draw();
  }

  // Completes what was moved; where nothing can, what was moved longest ago
  // gives way. Then puts the table in order, with no fewer decimals than ours.
  function apply() {
    while (!(weights = moved.size ? redistribute(ours, ours.map((_, k) => moved.get(k) ?? -1)) : ours)) moved.delete(moved.keys().next().value);
    const places = rank(weights, entries), digits = Math.max(decimals(places), decimals(published));
    for (const { id, rank, total, point } of places) {
      const [place, score] = row({ id }).line.querySelectorAll(".rank, .total");
      place.textContent = rank;
      score.firstChild.data = print(total, digits, point);
      score.querySelector("rect").setAttribute("width", Math.floor(total * 100 / point) / 10 + "%");
    }
    rows.sort((a, b) => places.findIndex(({ id }) => id === a.id) - places.findIndex(({ id }) => id === b.id));
    criteria.forEach(({ id }, k) => {
      const { input, output } = sliders[k], now = percent(weights[k], weights);
      input.value = now;
      input.ariaValueText = `${now} percent, editors ${percent(ours[k], ours)}`;
      output.textContent = now + "\u00a0%";
      heads[keys.indexOf(id, 3)].querySelector("small").textContent = now + "\u00a0%";
    });
    said.textContent = changed() ? why(places, digits) + " " + who(places) : "";
  }

  const changed = () => weights?.some((weight, k) => weight * whole(ours) !== ours[k] * whole(weights));

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
    const gains = leads.filter(([, lead]) => lead > 0).slice(0, 2).map(([name, lead]) => `${name} adds ${printGap(lead, digits, first.point)}`);
    const [name, loss] = leads.at(-1);
    return `${first === old ? "Your weights leave" : "Your weights put"} ${a} first, ${printGap(gap, digits, first.point)} ahead of ${than}: ${gains.join(" and ")}`
      + (loss < 0 ? `; ${name} takes ${printGap(-loss, digits, first.point)} off.` : ".");
  }

  panel.querySelector("button").onclick = () => {
    moved.clear();
    apply();
    draw();
  };

  return {
    ready(data) {
      criteria = data.criteria;
      ours = criteria.map((criterion) => criterion.published_parts ?? criterion.published_weight_basis_points);
      entries = data.entries.map(({ provider, scores }) => ({ id: provider, scores: scores.map((score) => score.published) }));
      published = rank(ours, entries);
      sliders = criteria.map(slider);
      pattern.before(...keys.flatMap((key) => sliders[criteria.findIndex(({ id }) => id === key)]?.field ?? []));
      apply();
    },
    settings: () => ({ w: changed() ? [...moved].map(([k, weight]) => criteria[k].id + "." + weight / 100).join() : "" }),
    restore(query) {
      for (const [, id, weight] of query.get("w")?.matchAll(/([^,.]+)\.(\d+(?:\.\d\d?)?)/g) ?? []) {
        const k = criteria.findIndex((criterion) => criterion.id === id);
        if (k >= 0) moved.set(k, Math.round(weight * 100));
      }
      if (moved.size) apply();
    },
  };
}
