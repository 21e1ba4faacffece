// Asks static/search.js what the Go tests ask. It reads a question from stdin:
// {script, texts, manifest, files, queries}, and answers on stdout with the words
// of each text, and for each query with what it finds, what the first results
// show, and the names of the files that it read.
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { words, find, item, open } = await import("data:text/javascript;base64," + Buffer.from(asked.script).toString("base64"));
const answers = [];
for (const [query, region] of asked.queries) {
  const read = new Set();
  const index = open(asked.manifest, async (name) => {
    read.add(name);
    return JSON.parse(asked.files[name]);
  });
  const from = performance.now(), found = await find(index, query, region);
  const shown = await Promise.all(found.docs.slice(0, 10).map((doc) => item(index, doc)));
  answers.push({
    docs: found.docs, partly: Boolean(found.partly), more: Boolean(found.more), shown, read: [...read],
    instead: (found.instead ?? []).map(({ word }) => word), took: performance.now() - from,
  });
}
console.log(JSON.stringify({ words: asked.texts.map(words), answers }));
