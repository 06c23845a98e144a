import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { StartForm } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import type { DraftKeeper } from "../../shared/draft/draft-keeper.js";
import { dateAndTime, longDate } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface KeptDraftProps {
  readonly draft: NonNullable<StartForm["draft"]>;
  /** Where the form is read. */
  readonly path: string;
  readonly keeper: DraftKeeper;
  readonly onAgain: () => Promise<void>;
}

/** Says that the form goes on with what was typed before, until when that is kept, and lets one begin anew. */
export function KeptDraft({ draft, path, keeper, onAgain }: KeptDraftProps): ReactElement {
  const { t, language } = useTexts();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: async () => {
      keeper.hold();
      await keeper.settled();
      await api.delete(`${path}/draft`);
    },
    onSuccess: async () => {
      keeper.finish();
      setAsking(false);
      await onAgain();
    },
    onError: () => keeper.release(),
  });
  const dates = { at: dateAndTime(draft.savedAt, language), until: longDate(draft.keptUntil, language) };
  return (
    <div className="alert alert-info alert-plain d-flex flex-wrap gap-2 align-items-center" role="status">
      <span className="flex-fill">{t("start.kept", dates)}</span>
      <button type="button" className="btn btn-sm" onClick={() => setAsking(true)}>
        {t("start.again")}
      </button>
      {asking ? (
        <Dialog
          title={t("start.againTitle")}
          confirm={t("start.again")}
          busy={discard.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => discard.mutate()}
        >
          {discard.isError ? <ProblemAlert error={discard.error} /> : null}
          <p className="mb-0">{t("start.againWhy")}</p>
        </Dialog>
      ) : null}
    </div>
  );
}
