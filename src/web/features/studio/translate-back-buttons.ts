/** The one button of the menus that the modeler does not pass through its translation. */
export function translateBackButtons(host: HTMLElement): MutationObserver {
  const observer = new MutationObserver(() => {
    for (const button of host.querySelectorAll(".djs-popup-breadcrumbs-item--back[title=Back]")) {
      button.setAttribute("title", "Kembali");
      button.setAttribute("aria-label", "Kembali");
    }
  });
  observer.observe(host, { childList: true, subtree: true });
  return observer;
}
