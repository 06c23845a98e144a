import { useState, type ReactElement } from "react";
import type { SheetPage } from "../../../http/contract/cases.js";
import { Dialog } from "../../shared/components/dialog.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { SheetActs } from "./sheet-query.js";

type Action = SheetPage["actions"][number];

interface SheetActionsProps {
  readonly actions: readonly Action[];
  readonly acts: SheetActs;
}

/** What may be done with the sheet as a whole; asks first where the action says so. */
export function SheetActions({ actions, acts }: SheetActionsProps): ReactElement {
  const { say } = useTexts();
  const toasts = useToasts();
  const [asked, setAsked] = useState<Action | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async ({ id }: Action): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await acts.act(id);
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
      setAsked(null);
    }
  };
  return (
    <>
      {actions.map((action) => (
        <button
          key={action.id}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => (action.confirm === undefined ? void run(action) : setAsked(action))}
        >
          {say(action.label)}
        </button>
      ))}
      {asked === null ? null : (
        <Dialog
          title={say(asked.label)}
          confirm={say(asked.label)}
          busy={busy}
          onClose={() => setAsked(null)}
          onConfirm={() => void run(asked)}
        >
          <p className="mb-0">{asked.confirm === undefined ? "" : say(asked.confirm)}</p>
        </Dialog>
      )}
    </>
  );
}
