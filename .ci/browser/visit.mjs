// Opens pages in Chromium as readers do, and reports what goes wrong while they
// are open: an error in the console, an answer of 400 and above, a request to
// another origin, a breach of the content security policy, a page that has to
// be moved sideways.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const HEIGHT = 900;

// CHROMIUM names the browser if it is not on the PATH.
export const executable = () =>
  process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();

export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export async function openBrowser() {
  // A request to another origin is reported, and leads nowhere.
  const nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
  const browser = await chromium.launch({ executablePath: executable(), args: [...FLAGS, nowhere] });
  const screens = new Map();

  // A screen is a context with its tabs. Tabs are used again, because a new one
  // takes Chromium longer than a page.
  async function screenOf({ width, scheme, scripts = true }) {
    const context = await browser.newContext({
      viewport: { width, height: HEIGHT }, colorScheme: scheme, javaScriptEnabled: scripts, reducedMotion: "reduce",
    });
    const tabs = new Map();
    await context.exposeBinding("reportViolation", ({ page }, what) => tabs.get(page)?.fault(`breaks the policy: ${what}`));
    await context.addInitScript(() => addEventListener("securitypolicyviolation", (event) => {
      globalThis.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`);
    }));
    return { context, tabs, idle: [] };
  }

  async function tabOf(screen) {
    if (screen.idle.length) return screen.idle.pop();
    const page = await screen.context.newPage();
    const tab = { page, site: null, path: "", fault() {} };
    screen.tabs.set(page, tab);
    const own = (url) => /^(data|blob|about):/.test(url) || new URL(url).origin === tab.site?.origin;
    page.on("pageerror", (error) => tab.fault(error.message));
    page.on("request", (request) => { if (!own(request.url())) tab.fault(`asks another origin: ${request.url()}`); });
    page.on("response", (response) => {
      if (response.status() >= 400 && response.url() !== tab.site?.url(tab.path)) tab.fault(`${response.status()} for ${response.url()}`);
    });
    page.on("console", (message) => {
      // What the server refused is reported above, with its address.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) tab.fault(message.text());
    });
    return tab;
  }

  // Opens a page of the site on a screen { width, scheme, scripts }, takes the
  // steps on it, and returns the faults.
  async function visit(site, path, { width, scheme = "light", scripts = true }, steps, status = 200) {
    const faults = new Set();
    const fault = (what) => faults.add(`${path} (${width} px, ${scheme}${scripts ? "" : ", no scripts"}): ${what}`);
    const key = [width, scheme, scripts].join();
    if (!screens.has(key)) screens.set(key, screenOf({ width, scheme, scripts }));
    const screen = await screens.get(key), tab = await tabOf(screen), { page } = tab;
    Object.assign(tab, { site, path, fault });
    try {
      let response = await page.goto(site.url(path), { waitUntil: "load" });
      // Fonts that come late are not used, and are there the next time.
      if (response.status() === status && await page.evaluate(withoutFonts)) response = await page.reload({ waitUntil: "load" });
      if (response.status() !== status) fault(`is answered with ${response.status()}`);
      const [inner, content] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
      if (content > inner) fault(`is ${content} px wide, so it has to be moved sideways`);
      await steps?.(page, fault);
    } catch (error) {
      // A step that cannot be taken, such as a button that is not there.
      fault(error.message.split("\n").slice(0, 3).join(" "));
    }
    // The tab is used again: what the steps have set is taken back.
    await page.emulateMedia({ media: null, forcedColors: null });
    await page.unrouteAll({ behavior: "ignoreErrors" });
    tab.fault = () => {};
    screen.idle.push(tab);
    return [...faults];
  }

  return { visit, close: () => browser.close() };

  // Runs in the page: whether text is set in other fonts than the page asks for.
  function withoutFonts() {
    if (![...document.fonts].some((face) => face.family === "Inter")) return false;
    const ruler = document.createElement("canvas").getContext("2d");
    const wide = (font) => { ruler.font = font; return ruler.measureText("iiiWWW").width; };
    return wide("100px Inter, monospace") === wide("100px monospace");
  }
}
