import type { ReactElement } from "react";
import { Dialog } from "../../shared/components/dialog.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** The keys of the task list. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTexts();
  const lines = [
    ["/", t("keys.search")],
    ["j", t("keys.next")],
    ["k", t("keys.previous")],
    ["Enter", t("keys.open")],
    ["c", t("keys.claim")],
    ["Ctrl + Enter", t("keys.complete")],
    ["?", t("keys.help")],
  ] as const;
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      <table className="table table-sm mb-0">
        <tbody>
          {lines.map(([key, text]) => (
            <tr key={key}>
              <th scope="row" className="w-25">
                <kbd>{key}</kbd>
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
