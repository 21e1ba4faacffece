// The arithmetic of internal/rank, and its tests: whole numbers only, so that
// both give the same order. Weights are basis points or parts of any sum, scores
// hundredths or half ones.

const WHOLE = 10000, PERCENT = 100, MOST = 7;

const sum = (list) => list.reduce((a, b) => a + b, 0);
const rounded = (total, decimals, point) => Math.floor((2 * total * 10 ** decimals + point) / (2 * point));

// Completes own weights, -1 where there is none: those share the rest in whole
// steps, in proportion to the weights, by largest remainder. Null where nothing can.
export function redistribute(weights, own, step = PERCENT) {
  const shares = weights.map((weight, k) => (own[k] < 0 ? weight : 0)), all = sum(shares);
  const rest = (WHOLE - sum(own.map((weight) => Math.max(weight, 0)))) / step;
  if (own.length !== weights.length || rest < 0 || rest % 1 || (rest && !all) || own.some((weight) => weight < -1)
    || weights.some((weight) => weight < 0 || weight > WHOLE)) return null;
  const out = shares.map((share, k) => (own[k] < 0 ? all && step * Math.floor(rest * share / all) : own[k]));
  const next = [...shares.keys()].sort((a, b) => rest * shares[b] % all - rest * shares[a] % all || a - b);
  for (const k of next.slice(0, (WHOLE - sum(out)) / step)) out[k] += step;
  return out;
}

// Puts entries, {id, scores, known}, in order; equal totals share a rank. A point is
// what one point comes to in a total. A place is provisional where less than the
// least share of the weight, in basis points, has a known score.
export function rank(weights, entries, least = 0) {
  const fine = entries.some(({ scores }) => scores.some((score) => score % 1)) ? 2 : 1;
  const point = 100 * fine * (sum(weights) || 1);
  const places = entries.map(({ id, scores, known }) => ({
    id, point, scores: scores.map((score) => fine * score),
    provisional: WHOLE * sum(weights.filter((_, k) => known?.[k])) < least * sum(weights),
  }));
  for (const place of places) place.total = sum(weights.map((weight, k) => weight * place.scores[k]));
  places.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
  places.forEach((place, i) => {
    place.rank = place.total === places[i - 1]?.total ? places[i - 1].rank : i + 1;
  });
  return places;
}

// The fewest decimals at which unequal totals print unequal.
export function decimals(places) {
  let d = 1;
  while (d < MOST && places.some(({ total, point }, i) => i && total !== places[i - 1].total
    && rounded(total, d, point) === rounded(places[i - 1].total, d, point))) d++;
  return d;
}

// Prints a total or a gap that is not negative, out of 10.
export function print(total, decimals, point) {
  const n = rounded(total, decimals, point), one = 10 ** decimals;
  return `${Math.floor(n / one)}.${String(n % one).padStart(decimals, "0")}`;
}

// Prints a gap as totals are printed, or exactly where that would make it nothing;
// what no seven decimals hold is rounded to the fewest that leave something.
export function printGap(gap, decimals, point) {
  if (rounded(gap, decimals, point)) return print(gap, decimals, point);
  let d = 1;
  while (d < MOST && gap * 10 ** d % point) d++;
  if (gap * 10 ** d % point) for (d = Math.max(decimals, 2); d < MOST && !rounded(gap, d, point);) d++;
  return print(gap, d, point);
}

// Why a stands above b: what each criterion adds to the gap, the most first.
export const over = (weights, ids, a, b) => weights.map((weight, k) => [k, weight * (a.scores[k] - b.scores[k])])
  .sort((x, y) => y[1] - x[1] || weights[y[0]] - weights[x[0]] || (ids[x[0]] < ids[y[0]] ? -1 : 1));
