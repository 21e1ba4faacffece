// Reads `_headers` in the notation that Netlify and Cloudflare Pages share: a
// line that begins with a slash is a pattern, in which * stands for anything;
// the indented lines below it are the headers of every path that it matches.
import { readFileSync } from "node:fs";

const literal = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

function rules(text) {
  const found = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("/")) {
      found.push({ pattern: new RegExp(`^${line.trim().split("*").map(literal).join(".*")}$`), headers: [] });
    } else if (line.trim()) {
      const colon = line.indexOf(":");
      found.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return found;
}

// Returns a function that tells the headers of a path. The two hosts disagree
// about a header that two rules give to one path, so that is refused.
export function readHeaders(file) {
  const all = rules(readFileSync(file, "utf8"));
  return (path) => {
    const headers = {};
    for (const rule of all) {
      if (!rule.pattern.test(path)) continue;
      for (const [name, value] of rule.headers) {
        if (name in headers) throw new Error(`two rules of _headers give ${path} a ${name}`);
        headers[name] = value;
      }
    }
    return headers;
  };
}
