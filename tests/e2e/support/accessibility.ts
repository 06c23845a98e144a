import { createRequire } from "node:module";
import type { Page } from "playwright-core";

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** People who listen find their way by headings; axe calls a missing rank moderate. */
const HEADINGS = "heading-order";

/**
 * Serious and critical findings of axe (WCAG 2.2 A and AA), and headings out of order, one line each.
 * `except` names selectors of embedded editors that are not ours.
 */
export async function accessibilityFindings(page: Page, except: readonly string[] = []): Promise<string[]> {
  // The page's policy forbids inline scripts; the browser's own channel does not ask it.
  const { readFile } = await import("node:fs/promises");
  await page.evaluate(await readFile(axePath, "utf8"));
  const context = JSON.stringify({ include: [["body"]], exclude: except.map((selector) => [selector]) });
  const options = JSON.stringify({
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    rules: { [HEADINGS]: { enabled: true } },
  });
  const result = (await page.evaluate(`axe.run(${context}, ${options})`)) as AxeResult;
  return result.violations
    .filter(({ impact, id }) => impact === "serious" || impact === "critical" || id === HEADINGS)
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}
