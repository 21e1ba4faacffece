// What every host is asked, and what it must answer. A question returns what is
// wrong, or nothing. The host says which headers and redirects it can send; a bare
// one has no page of ours for what is not there.
const YEAR = "public, max-age=31536000, immutable";
const POLICY = "default-src 'none'";

// Asks for a path of the site. A redirect is an answer like any other.
export async function ask(host, path, { headers = {}, method = "GET", raw = false } = {}) {
  const response = await fetch(host.origin + (raw ? path : host.base + path.slice(1)), { method, headers: { "accept-encoding": "identity", ...headers }, redirect: "manual" });
  return { status: response.status, header: (name) => response.headers.get(name) ?? "", body: Buffer.from(await response.arrayBuffer()) };
}

const lifetime = (answer) => Number(/max-age=(\d+)/.exec(answer.header("cache-control"))?.[1] ?? 0);

function policy(host, answer) {
  if (host.sends) return answer.header("content-security-policy").startsWith(POLICY) ? "" : "no policy in a header";
  return /http-equiv="?Content-Security-Policy/.test(answer.body) ? "" : "no policy in the page";
}

const is = (answer, status, type) => {
  if (answer.status !== status) return `status ${answer.status}`;
  return type && !answer.header("content-type").toLowerCase().replaceAll(" ", "").startsWith(type) ? `type ${answer.header("content-type")}` : "";
};

async function file(host, path, type, long = false) {
  const answer = await ask(host, path);
  if (is(answer, 200, type)) return is(answer, 200, type);
  if (host.sends && (long ? answer.header("cache-control") !== YEAR : lifetime(answer) > 0)) return `cache ${answer.header("cache-control")}`;
  return "";
}

// A redirect, followed to its end: where no host sends readers on, a page that
// leads on, or a copy.
async function moved(host, from, to, copy) {
  const answer = await ask(host, from);
  if (!host.moves) {
    const stub = answer.status === 200 ? answer : await ask(host, from + "/");
    if (copy) return (await ask(host, to)).body.equals(answer.body) ? "" : "no copy";
    return stub.body.toString().includes(`url=${host.base}${to.slice(1)}`) ? "" : `status ${answer.status}, and no page that leads on`;
  }
  if (![301, 308].includes(answer.status)) return `status ${answer.status}`;
  const at = new URL(answer.header("location"), host.origin);
  if (at.pathname !== host.base + to.slice(1)) return `leads to ${at.pathname}`;
  return is(await ask(host, at.pathname, { raw: true }), 200);
}

export const questions = {
  "a page": async (host) => {
    const answer = await ask(host, "/guides/vaults/");
    return is(answer, 200, "text/html") || (lifetime(answer) ? `cache ${answer.header("cache-control")}` : "") || policy(host, answer);
  },
  "compressed": async (host) => {
    const answer = await ask(host, "/guides/vaults/", { headers: { "accept-encoding": "gzip" } });
    return !host.compresses || answer.header("content-encoding") === "gzip" ? "" : "not compressed";
  },
  "without its slash": async (host) => {
    const answer = await ask(host, "/guides/vaults");
    if (answer.status === 200) return "shown at two addresses";
    return new URL(answer.header("location"), host.origin).pathname.endsWith("/guides/vaults/") ? "" : `status ${answer.status}`;
  },
  "style sheet": (host) => file(host, host.sheet, "text/css", true),
  "part of the search": (host) => file(host, host.part, "application/json", true),
  "a hashed file that is not there": async (host) => {
    const answer = await ask(host, "/assets/site.00000000ff.css");
    return is(answer, 404, host.bare ? "" : "text/html") || (lifetime(answer) > 60 ? `cache ${answer.header("cache-control")}` : "");
  },
  "feed": (host) => file(host, "/feed.xml", host.types ? "application/atom+xml;charset=utf-8" : ""),
  "twin": (host) => file(host, "/guides/vaults/index.md", host.types ? "text/markdown;charset=utf-8" : ""),
  "data": async (host) => await file(host, "/guides/vaults/ranking.json", "application/json") || await file(host, "/guides/vaults/ranking.csv", "text/csv"),
  "an alias": async (host) => await moved(host, "/old-vaults/", "/guides/vaults/") || await moved(host, "/old-vaults", "/guides/vaults/"),
  "below a renamed guide": async (host) => await moved(host, "/guides/safes/", "/guides/vaults/") || await moved(host, "/guides/safes/methodology/", "/guides/vaults/methodology/") ||
    await moved(host, "/guides/safes/ranking.json", "/guides/vaults/ranking.json", true) || await moved(host, "/guides/safes/compare/alder-vs-birch/", "/guides/vaults/compare/alder-vs-birch/") ||
    await moved(host, "/guides/safes/card.png", "/guides/vaults/card.png", true),
  "gone for good": async (host) => {
    const answer = await ask(host, "/providers/dogwood/");
    return is(answer, host.gone ? 410 : 200, "text/html") || (answer.body.includes("It was wound up") ? "" : "does not say why") || policy(host, answer);
  },
  "nothing there": async (host) => {
    const answer = await ask(host, "/guides/nowhere/");
    if (host.bare) return is(answer, 404);
    return is(answer, 404, "text/html") || (answer.body.includes("This address leads nowhere") ? "" : "not our page") || (lifetime(answer) > 60 ? "kept" : "") || policy(host, answer);
  },
  "HEAD": async (host) => {
    const [head, get] = [await ask(host, "/feed.xml", { method: "HEAD" }), await ask(host, "/feed.xml")];
    return is(head, 200) || (head.body.length ? "has a body" : "") || (head.header("content-type") === get.header("content-type") ? "" : "another type");
  },
  "a range": async (host) => {
    const answer = await ask(host, "/guides/vaults/card.png", { headers: { range: "bytes=0-9" } });
    return is(answer, 206) || (answer.body.length === 10 ? "" : `${answer.body.length} bytes`);
  },
  "asked again": async (host) => {
    const first = await ask(host, "/guides/vaults/");
    const [tag, date] = [first.header("etag"), first.header("last-modified")];
    return is(await ask(host, "/guides/vaults/", { headers: tag ? { "if-none-match": tag } : { "if-modified-since": date } }), 304);
  },
  "beside the site": async (host) => host.base === "/" ? "" : is(await ask(host, "/guides/vaults/", { raw: true }), 404),
};
