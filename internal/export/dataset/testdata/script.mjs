// Has static/order.js put files of a ranking in order under own weights: reads
// {script, questions: [{file, own}]} from stdin and writes the places of each on stdout.
import { readFileSync } from "node:fs";

const { script, questions } = JSON.parse(readFileSync(0, "utf8"));
const source = Buffer.from(script).toString("base64");
const { decimals, print, rank, redistribute } = await import("data:text/javascript;base64," + source);

console.log(JSON.stringify(questions.map(({ file, own }) => {
  const ours = file.criteria.map((criterion) => criterion.published_weight);
  const weights = own.some((weight) => weight >= 0) && redistribute(ours, own) || ours; // what cannot be completed is ignored
  const places = rank(weights, file.entries.map(({ provider, scores }) => ({
    id: provider, scores: scores.map(({ published }) => published), known: scores.map(({ low, high }) => low === high),
  })), file.method.min_known_basis_points);
  return places.map(({ id, rank, total, point, provisional }) => ({ provider: id, rank, total, score: print(total, decimals(places), point), provisional }));
})));
