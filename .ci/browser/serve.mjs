// Serves the finished site on a port of its own, as its host would: with the
// headers that it declares, compressed where it has twins and the browser takes
// them, and with its own page for what is not there.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { readHeaders } from "./headers.mjs";

// What hosts say of files that `_headers` is silent about.
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png",
};
const TWINS = [["br", ".br"], ["gzip", ".gz"]];

// The path of base_url, as the home page's canonical address says it.
function basePath(root) {
  const home = readFileSync(join(root, "index.html"), "utf8");
  const tag = home.match(/<link\b[^>]*\brel="?canonical"?[^>]*>/i)?.[0] ?? "";
  const href = tag.match(/\bhref="?([^"\s>]+)/i)?.[1];
  return href ? new URL(href).pathname : "/";
}

// Starts serving a folder. A change, if given, may return other bytes for a path
// than the folder holds; such a file goes out as it is.
export async function serve(folder, change) {
  const root = resolve(folder);
  const base = basePath(root);
  const declared = readHeaders(join(root, "_headers"));

  function find(path) {
    if (!path.startsWith(base)) return null;
    const file = join(root, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
    return file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
  }

  function answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const found = find(path);
    const changed = change?.(path, found);
    const file = found ?? (changed === undefined ? join(root, "404.html") : path);
    const headers = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", ...declared(path) };
    let body = changed ?? readFileSync(file);
    const accepted = request.headers["accept-encoding"] ?? "";
    const twin = changed === undefined && TWINS.find(([name, end]) => accepted.includes(name) && existsSync(file + end));
    if (twin) {
      body = readFileSync(file + twin[1]);
      Object.assign(headers, { "Content-Encoding": twin[0], Vary: "Accept-Encoding" });
    }
    response.writeHead(found || changed !== undefined ? 200 : 404, { ...headers, "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  }

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      // An answer of 500 is a fault of the page that asked.
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    root, origin, base,
    url: (path) => origin + base + path.slice(1),
    close: () => server.close(),
  };
}
