// Holds a page against the rules of axe-core, none of them switched off: WCAG
// 2.2 up to AA, and what axe calls best practice.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Evaluated by the debugger, so that the page's own policy stays in force.
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

export async function axe(page, fault) {
  await page.evaluate(source);
  const violations = await page.evaluate(async (values) => {
    const found = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => ({
      id, help, nodes: nodes.map(({ target, any, all, none }) => [target.join(" "), [...any, ...all, ...none][0]?.message]),
    }));
  }, TAGS);
  for (const { id, help, nodes } of violations) {
    for (const [target, why] of nodes.slice(0, 3)) fault(`axe ${id}: ${help}: ${target}: ${why}`);
    if (nodes.length > 3) fault(`axe ${id}: and ${nodes.length - 3} more`);
  }
}
