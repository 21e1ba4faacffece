// Lists the pages of a finished site, and says of which kind each is.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// The kinds of page, by their paths; the first that fits counts. A page that
// fits none is a fault: what has no kind here is not tested in full.
const KINDS = [
  ["home", /^\/$/],
  ["404", /^\/404\.html$/],
  ["search", /^\/search\/$/],
  ["faq", /^\/faq\/$/],
  ["guides", /^\/guides\/$/],
  ["guide", /^\/guides\/[^/]+\/$/],
  ["methodology", /^\/guides\/[^/]+\/methodology\/$/],
  ["compare", /^\/guides\/[^/]+\/compare\/[^/]+\/$/],
  ["lens", /^\/guides\/[^/]+\/lens\/[^/]+\/$/],
  ["for", /^\/guides\/[^/]+\/for\/[^/]+\/$/],
  ["in", /^\/guides\/[^/]+\/in\/[^/]+\/$/],
  ["edition", /^\/guides\/[^/]+\/editions\/[^/]+\/$/],
  ["editions", /^\/guides\/[^/]+\/editions\/$/],
  ["articles", /^\/articles\/$/],
  ["article", /^\/articles\/[^/]+\/$/],
  ["topics", /^\/topics\/$/],
  ["topic", /^\/topics\/[^/]+\/$/],
  ["authors", /^\/authors\/$/],
  ["author", /^\/authors\/[^/]+\/$/],
  ["providers", /^\/providers\/$/],
  ["provider", /^\/providers\/[^/]+\/$/],
  ["page", /^\/[^/]+\/$/],
];

export function kindOf(path) {
  const kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0];
  if (!kind) throw new Error(`${path} is of no kind that .ci/browser/pages.mjs knows`);
  return kind;
}

// The paths of all pages but those that only lead elsewhere.
export function allPages(root) {
  const found = [];
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    if (!name.endsWith(".html")) continue;
    if (/http-equiv="?refresh/i.test(readFileSync(join(root, name), "utf8"))) continue;
    found.push("/" + name.replace(/(^|\/)index\.html$/, "$1"));
  }
  return found;
}

// A page of every kind: the one that says most.
export function sample(root, paths) {
  const size = (path) => statSync(join(root, path, path.endsWith("/") ? "index.html" : "")).size;
  const largest = new Map();
  for (const path of paths) {
    const kind = kindOf(path), other = largest.get(kind);
    if (!other || size(path) > size(other)) largest.set(kind, path);
  }
  return [...largest.values()];
}
