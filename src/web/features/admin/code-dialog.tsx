import { IconCopy } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import type { NewUserCreated } from "../../../http/contract/admin.js";
import { Dialog } from "../../shared/components/dialog.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** A one-time code, to be handed to its person. */
export interface IssuedCode {
  readonly name: string;
  readonly code: string;
  /** What the person's records say that should be known with it. */
  readonly notes: NewUserCreated["notes"];
}

interface CodeDialogProps {
  readonly issued: IssuedCode;
  readonly onClose: () => void;
}

/** Shows an activation code, once: the server keeps only its hash. */
export function CodeDialog({ issued, onClose }: CodeDialogProps): ReactElement {
  const { t, say } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(issued.code);
    setCopied(true);
  };
  return (
    <Dialog title={t("code.title")} onClose={onClose} dismissible={false}>
      <p>{t("code.why", { name: issued.name })}</p>
      <div className="d-flex gap-2 align-items-center">
        <output className="code-shown tabular">{issued.code}</output>
        {"clipboard" in navigator ? (
          <button type="button" className="btn" onClick={() => void copy()}>
            <IconCopy size={18} className="me-1" aria-hidden /> {copied ? t("code.copied") : t("code.copy")}
          </button>
        ) : null}
      </div>
      {issued.notes.length === 0 ? null : (
        <>
          <h3 className="h4 mt-4">{t("code.notes")}</h3>
          <ul className="mb-0">
            {issued.notes.map((note) => (
              <li key={note.id}>{say(note)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
