import { t } from "i18next";

/** Roles and names that the renderer's templates leave out or set wrongly, so that screen readers are told what is there. */
function mend(root: ParentNode): void {
  for (const bar of root.querySelectorAll("[role=progressbar]:not([aria-label])"))
    bar.setAttribute("aria-label", t("form.uploading"));
  for (const icon of root.querySelectorAll("i[aria-label]:not([role])")) icon.setAttribute("role", "button");
  for (const text of root.querySelectorAll("[role=textbox]:not([aria-label]):not([aria-labelledby])")) {
    const label = text.closest(".formio-component")?.querySelector("label")?.textContent?.trim();
    if (label !== undefined) text.setAttribute("aria-label", label);
  }
  for (const input of root.querySelectorAll<HTMLInputElement>(
    ".form-check > input:is([type=radio], [type=checkbox])",
  )) {
    const label = input.parentElement?.querySelector("label");
    if (label !== null && label !== undefined && input.labels?.length === 0) label.htmlFor = input.id;
  }
  for (const item of root.querySelectorAll("[role=tablist] > li:not([role])"))
    item.setAttribute("role", "presentation");
  for (const grid of root.querySelectorAll(".datagrid-table")) nameColumns(grid);
}

/** Each cell of a grid knows its column's name; a phone shows the cells one below the other, with the name above. */
function nameColumns(grid: Element): void {
  const names = [...grid.querySelectorAll(":scope > thead th")].map((head) => head.textContent?.trim() ?? "");
  for (const row of grid.querySelectorAll(":scope > tbody > tr")) {
    for (const [index, cell] of [...row.children].entries()) {
      const name = names[index] ?? "";
      if (
        name !== "" &&
        !cell.classList.contains("named-cell") &&
        cell.querySelector("label:not(.visually-hidden)") === null
      ) {
        cell.setAttribute("data-column", name);
        cell.classList.add("named-cell");
      }
    }
  }
}

/** Mends the renderer's markup now and after each of its redraws, until `signal` is aborted. */
export function keepMended(host: HTMLElement, signal: AbortSignal): void {
  mend(host);
  const observer = new MutationObserver(() => mend(host));
  observer.observe(host, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
