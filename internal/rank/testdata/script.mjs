// Asks static/order.js, which comes on stdin, for what the vectors beside this
// file state, and writes on stdout what it says to each: {weights, orders}.
import { readFileSync } from "node:fs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const source = readFileSync(0).toString("base64");
const { decimals, over, print, printGap, rank, redistribute } = await import("data:text/javascript;base64," + source);

const weights = JSON.parse(read("own_weights.json")).map((vector) => redistribute(vector.weights, vector.own, vector.step ?? 1));
const orders = JSON.parse(read("orders.json")).map(({ weights, criteria, entries, min_known }) => {
  const places = rank(weights, entries, min_known), digits = decimals(places);
  return {
    decimals: digits,
    places: places.map(({ id, rank, total, point, provisional }) => ({ id, rank, total, printed: print(total, digits, point), provisional })),
    leads: places.length ? over(weights, criteria, places[0], places.at(-1))
      .map(([criterion, gap]) => ({ criterion, gap, printed: printGap(Math.abs(gap), digits, places[0].point) })) : [],
  };
});
console.log(JSON.stringify({ weights, orders }));
