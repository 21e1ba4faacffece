// Faults to plant in pages, each with what the checks must say of it. A plant
// changes the page of one kind: its HTML, or by a style sheet or script of its
// own, and is looked for by one check or story.
import { axe } from "./axe.mjs";
import { told } from "./checks.mjs";
import { fit } from "./fit.mjs";
import * as keyboard from "./keyboard.mjs";
import * as plain from "./plain.mjs";
import * as print from "./print.mjs";
import * as search from "./search.mjs";
import * as weight from "./weight.mjs";

const into = (tag) => (html) => html.replace("</main>", `${tag}</main>`);
const opened = () => {};
const leave = (page) => page.evaluate(() => { location = "https://elsewhere.example/"; }).then(() => page.waitForTimeout(200));

export const planted = [
  { says: /not defined/, kind: "home", look: opened, script: "nothing.here()" },
  { says: /moth/, kind: "home", look: opened, script: "console.error('moth')" },
  { says: /404 for .*missing/, kind: "home", look: opened, html: into('<img alt="" src="/missing.png">') },
  { says: /asks another origin/, kind: "home", look: leave },
  { says: /breaks the policy: img-src/, kind: "home", look: opened, html: into('<img alt="" src="https://elsewhere.example/x.png">') },
  { says: /breaks the policy: style-src/, kind: "home", look: opened, html: into('<p style="color:red">red</p>') },
  { says: /breaks the policy: script-src/, kind: "home", look: opened, html: into("<script>1</script>") },
  { says: /moved sideways/, kind: "home", look: opened, css: "h1 { inline-size: 3000px }" },

  { says: /axe color-contrast/, kind: "home", look: axe, css: "main p { color: #999; background: #fff }" },
  { says: /axe image-alt/, kind: "home", look: axe, html: into('<img src="/favicon.svg">') },
  { says: /axe target-size/, kind: "home", look: axe, html: into('<ul class="tiny"><li><a href="/a">a</a><li><a href="/b">b</a></ul>'), css: ".tiny, .tiny * { font-size: 8px; line-height: 8px; margin: 0; display: block }" },
  { says: /axe heading-order/, kind: "home", look: axe, html: into("<h5>Deep</h5>") },
  { says: /axe region/, kind: "home", look: axe, html: (html) => html.replace("</main>", "</main><p>Outside") },

  { says: /cuts its text: .*h1/, kind: "home", look: fit, css: "h1 { overflow: hidden; white-space: nowrap; inline-size: 3rem }" },
  { says: /prints .* over/, kind: "home", look: fit, css: ".dek { margin-block-start: -4rem }" },
  { says: /does not scroll/, kind: "compare", look: fit, css: ".scroll { overflow: visible } .scroll > table { min-inline-size: 120vw }" },
  { says: /scrolls sideways for/, kind: "compare", look: fit, css: ".scroll > table { min-inline-size: calc(100% + 10px) }" },
  { says: /letters a line/, kind: "home", look: fit, css: ".dek { inline-size: 3ch }" },
  { says: /breaks the word/, kind: "home", look: fit, css: "h1 { inline-size: 4ch }" },
  { says: /is cut by its chart/, kind: "compare", look: fit, css: ".chart text { font-size: 60px }" },
  { says: /outside the window/, kind: "home", look: fit, css: ".dek { position: relative; inset-inline-start: -5rem }" },

  { says: /first stop is not the skip link/, kind: "home", look: told(keyboard.walk), html: (html) => html.replace("<main", '<p tabindex="1">One</p><main') },
  { says: /walk goes back/, kind: "home", look: told(keyboard.walk), html: (html) => html.replace("<main", '<p tabindex="1">One</p><main') },
  { says: /focus cannot be seen/, kind: "home", look: told(keyboard.walk), css: ":focus-visible { outline: none }" },
  { says: /focus is hidden/, kind: "home", look: told(keyboard.walk), css: "header.site { position: fixed; inset: 0; z-index: 99; max-inline-size: none; background: #fff }" },
  { says: /does not come by/, kind: "home", look: told(keyboard.walk), script: "let n = 0; addEventListener('keydown', (e) => { if (n++ > 4) e.preventDefault(); })" },
  { says: /does not lead to the content/, kind: "home", look: told(keyboard.skip), css: "#main { margin-block-start: 300px }", html: (html) => html.replace('href="#main"', 'href="#top"') },
  { says: /stop after the skip link/, kind: "home", look: told(keyboard.skip), html: (html) => html.replace('id="main"', "") },
  { says: /arrow keys do not scroll/, kind: "compare", look: told(keyboard.work), css: ".scroll > table { min-inline-size: 120vw }", script: "addEventListener('keydown', (e) => e.preventDefault())" },
  { says: /Enter does not open/, kind: "guide", look: told(keyboard.work), script: "addEventListener('keydown', (e) => e.preventDefault())" },

  { says: /rows for/, kind: "guide", scripts: false, look: told(plain.order), html: (html) => html.replace(/<tr><td class="rank">2<.*?<\/tr>/s, "") },
  { says: /row 1 of the table is/, kind: "guide", scripts: false, look: told(plain.order), css: "#comparison tr > :nth-child(4) { display: none !important }" },
  { says: /within 800 px there are/, kind: "guide", width: 360, scripts: false, look: told(plain.fold), css: "h1 { margin-block-start: 300px }" },
  { says: /place 1 on top is/, kind: "guide", width: 360, scripts: false, look: told(plain.fold), css: ".award { display: none }" },
  { says: /for the reason ""/, kind: "guide", width: 1280, scripts: false, look: told(plain.fold), css: ".answer .reason { display: none }" },
  { says: /its interval: false/, kind: "guide", width: 1280, scripts: false, look: told(plain.fold), css: ".answer .span { display: none }" },
  { says: /does not show the answer/, kind: "guide", scripts: false, look: told(plain.answers), css: ".faq p { display: none }" },
  { says: /does not list/, kind: "search", scripts: false, look: told(plain.everything), css: "#all section:nth-child(2) { display: none }" },
  { says: /only a script can work/, kind: "home", scripts: false, look: told(plain.noControls), html: into('<button type="button">More</button>') },

  { says: /only helps on a screen/, kind: "guide", width: 680, look: told(print.print), css: "nav.crumbs { display: block }" },
  { says: /cuts the table/, kind: "guide", width: 680, look: told(print.print), css: ".sheet { overflow: auto }" },
  { says: /wider than the paper/, kind: "guide", width: 680, look: told(print.print), css: "#comparison table { min-inline-size: 900px }" },
  { says: /not written out/, kind: "guide", width: 680, look: told(print.print), css: "a::after { content: none !important }" },
  { says: /cells of the tables are not printed/, kind: "guide", width: 680, look: told(print.print), css: "@media print { .fact, td:last-child { display: none } }" },
  { says: /headings are not printed/, kind: "guides", width: 680, look: told(print.headings), css: "h2 { clip-path: inset(50%) !important }" },
  { says: /moves, though asked not to/, kind: "home", look: told(print.still), css: "a { transition: color 1s }" },
  { says: /faint in the reader's own colours/, kind: "home", look: told(print.ownColours), css: "main p { forced-color-adjust: none; color: #888 }" },

  { says: /does not find it first/, kind: "search", look: told(search.search), html: (html) => html.replace(/(id="?all"?.*?<a href="?)[^">]+/s, "$1/elsewhere/") },
  { says: /its HTML weighs/, kind: "guide", look: told(weight.guide), html: into(`<!-- ${"x".repeat(60_000)} -->`) },
  { says: /first view .* weighs/, kind: "guide", look: told(weight.guide), html: into(`<!-- ${"x".repeat(60_000)} -->`) },
];
