// Asks static/search.js what the Go tests ask. It reads a question from stdin:
// {script, texts, pages, prefixes, files, queries}, and answers on stdout with
// the words of each text and what each query finds.
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { words, find } = await import("data:text/javascript;base64," + Buffer.from(asked.script).toString("base64"));
const index = { pages: asked.pages ?? [], prefixes: asked.prefixes ?? [], items: new Map(), load: async (name) => JSON.parse(asked.files[name]) };
const found = [];
for (const [query, region] of asked.queries) found.push(await find(index, query, region));
console.log(JSON.stringify({ words: asked.texts.map(words), found }));
