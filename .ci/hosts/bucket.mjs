// A bucket on an S3 server, filled with `shortlist deploy`, and a stand-in for the
// CDN in front of it: it runs the function that `shortlist host s3` writes, signs
// requests for the bucket, and answers with the site's own page where there is
// nothing.
import { execFile } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";

// The server writes a line for each request, which this process has to take meanwhile.
const run = promisify(execFile);

export const KEYS = { access: "access", secret: "secret-of-tests" };
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();

// The headers of a signed request without a body (AWS Signature Version 4).
export function signed(method, url) {
  const { host, pathname } = new URL(url);
  const time = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`, day = time.slice(0, 8);
  const names = "host;x-amz-content-sha256;x-amz-date", body = sha256("");
  const request = [method, pathname, "", `host:${host}`, `x-amz-content-sha256:${body}`, `x-amz-date:${time}`, "", names, body].join("\n");
  const scope = `${day}/us-east-1/s3/aws4_request`;
  const key = ["us-east-1", "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${KEYS.secret}`, day));
  const signature = createHmac("sha256", key).update(["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n")).digest("hex");
  return { "x-amz-date": time, "x-amz-content-sha256": body, authorization: `AWS4-HMAC-SHA256 Credential=${KEYS.access}/${scope}, SignedHeaders=${names}, Signature=${signature}` };
}

// What rclone needs to reach the server, and nothing that this machine says of others:
// with a bundle of certificates of its own for S3, Debian's rclone does not start.
export const remote = (at) => ({
  AWS_CA_BUNDLE: undefined,
  RCLONE_CONFIG_TEST_TYPE: "s3", RCLONE_CONFIG_TEST_PROVIDER: "Other", RCLONE_CONFIG_TEST_ENDPOINT: `http://127.0.0.1:${at}`,
  RCLONE_CONFIG_TEST_ACCESS_KEY_ID: KEYS.access, RCLONE_CONFIG_TEST_SECRET_ACCESS_KEY: KEYS.secret, RCLONE_CONFIG_TEST_REGION: "us-east-1", RCLONE_CONFIG_TEST_FORCE_PATH_STYLE: "true",
});

export async function bucket({ root, work, at, own, shortlist, site, flags }, start) {
  mkdirSync(join(work, "data"), { recursive: true });
  const inner = at + 500;
  const stop = await start(join(shortlist, "../versitygw"), ["--port", `127.0.0.1:${inner}`, "--access", KEYS.access, "--secret", KEYS.secret, "posix", join(work, "data")],
    { cwd: work, at: `http://127.0.0.1:${inner}/` });
  const env = { ...process.env, ...remote(inner) };
  await run("rclone", ["mkdir", "TEST:site"], { env });
  await run(shortlist, ["deploy", "TEST:site", "--quiet", "--site", site, "--out", root, ...flags], { env });
  const handler = new Function(`${own}; return handler;`)();
  const server = createServer(async (request, response) => {
    const asked = handler({ request: { uri: decodeURI(new URL(request.url, "http://x").pathname) } });
    if (asked.statusCode) return response.writeHead(asked.statusCode, { location: asked.headers.location.value }).end();
    const get = async (path) => {
      const url = `http://127.0.0.1:${inner}/site${encodeURI(path)}`;
      const pass = Object.fromEntries(["range", "if-none-match", "if-modified-since"].filter((name) => request.headers[name]).map((name) => [name, request.headers[name]]));
      return fetch(url, { method: request.method, headers: { ...pass, ...signed(request.method, url), "accept-encoding": "identity" } });
    };
    let answer = await get(asked.uri), status = answer.status;
    if (status === 404 || status === 403) [answer, status] = [await get("/404.html"), 404];
    const headers = Object.fromEntries(["content-type", "cache-control", "content-range", "etag", "last-modified"].filter((name) => answer.headers.get(name)).map((name) => [name, answer.headers.get(name)]));
    response.writeHead(status, headers).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((done) => server.listen(at, "127.0.0.1", done));
  return () => { server.close(); server.closeAllConnections(); stop(); };
}
