// What pages of several kinds have: a contents list that follows the reader, a
// citation that can be copied, questions that can be filtered. And what scripts
// share: elements, and the address, which keeps what the reader has set.

export const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// Joins names as one reads them: "a", "a and b", "a, b and c".
export const list = (names) => [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");

// Whether a text, in small letters, contains all of some words.
export const has = (text, words) => words.toLowerCase().split(/\s+/).every((word) => text.includes(word));

export const choose = (select, value) => {
  select.value = value ?? "";
  if (select.selectedIndex < 0) select.selectedIndex = 0;
};

// The address keeps what the reader has set: only what is not as it was, and
// only once the reader pauses, because browsers refuse too many changes.
export const asked = () => new URLSearchParams(location.search);

let pause;
export function keep(settings) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const query = asked();
    for (const [key, value] of Object.entries(settings)) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const text = String(query).replaceAll("%2C", ",");
    history.replaceState(history.state, "", location.pathname + (text && "?" + text) + location.hash);
  }, 250);
}

// The last of the listed sections that crosses a line near the top is current.
function follow(contents) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  const crossing = new Set();
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) crossing[isIntersecting ? "add" : "delete"](target);
    const current = [...links].findLast(([target, link]) => crossing.has(target) && link.getClientRects().length)?.[1];
    if (!current) return;
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const [list, line] = [contents, current].map((element) => element.getBoundingClientRect());
    if (line.top < list.top || line.bottom > list.bottom) contents.scrollTop += line.top - list.top - list.height / 2;
  }, { rootMargin: "-25% 0px -75%" });
  for (const target of links.keys()) observer.observe(target);
}

// A button that copies a text, and says that it did; the address may still be written.
export function copies(label, text) {
  const said = make("span", { className: "note", role: "status" }), button = make("button", { type: "button" }, label);
  button.onclick = () => new Promise((done) => setTimeout(done, 300)).then(() => navigator.clipboard.writeText(text()))
    .then(() => "Copied", () => "Cannot copy: select the text").then((text) => { said.textContent = text; });
  button.onblur = () => { said.textContent = ""; };
  return make("span", {}, button, " ", said);
}

const cite = (section) => section.querySelector("p").after(make("p", { className: "controls" }, copies("Copy citation", () => section.querySelector("p").textContent)));

// Keeps a list of questions to those with the words, and to the guide or article
// that answers them, or to one kind of these.
function filter(tools) {
  const [words, from] = tools.querySelectorAll("input, select"), status = tools.querySelector("[role=status]");
  const lines = [...document.querySelectorAll("section[id] li")];
  tools.oninput = () => {
    for (const line of lines) {
      const section = line.closest("section"), of = [section.id, section.id.split("-", 1)[0]];
      line.hidden = from.value && !of.includes(from.value) || !has(line.textContent.toLowerCase(), words.value);
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    status.textContent = `${lines.filter((line) => !line.hidden).length} of ${lines.length} questions`;
    keep({ q: words.value.trim(), from: from.value });
  };
  tools.hidden = false;
  words.value = asked().get("q") ?? "";
  choose(from, asked().get("from"));
  if (words.value + from.value) tools.oninput();
}

for (const contents of document.querySelectorAll("nav.contents")) follow(contents);
if (navigator.clipboard) for (const section of document.querySelectorAll("#cite")) cite(section);
for (const tools of document.querySelectorAll(".questions")) filter(tools);
