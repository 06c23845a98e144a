import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api, queryOf } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface Candidate {
  readonly username: string;
  readonly displayName: string;
}

interface AssignDialogProps {
  readonly taskKey: string;
  readonly onClose: () => void;
  readonly onChosen: (username: string) => void;
}

/** Hands the task to somebody who may do it. */
export function AssignDialog({ taskKey, onClose, onChosen }: AssignDialogProps): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const candidates = useQuery({
    queryKey: ["candidates", taskKey, search],
    queryFn: ({ signal }) =>
      api.get<readonly Candidate[]>(`/tasks/${encodeURIComponent(taskKey)}/candidates${queryOf({ search })}`, {
        signal,
      }),
    placeholderData: (previous) => previous,
  });
  return (
    <Dialog
      title={t("assign.title")}
      confirm={t("assign.confirm")}
      busy={chosen === ""}
      onClose={onClose}
      onConfirm={() => chosen !== "" && onChosen(chosen)}
    >
      <SearchField value={search} onChange={setSearch} label={t("assign.search")} />
      {candidates.isError ? <ProblemAlert error={candidates.error} /> : null}
      {candidates.isPending ? <Loading /> : null}
      <fieldset className="mt-3 candidate-list">
        <legend className="visually-hidden">{t("assign.title")}</legend>
        {candidates.data?.length === 0 ? <p className="text-secondary mb-0">{t("assign.none")}</p> : null}
        {candidates.data?.map((candidate) => (
          <label key={candidate.username} className="form-check">
            <input
              type="radio"
              name="candidate"
              className="form-check-input"
              checked={chosen === candidate.username}
              onChange={() => setChosen(candidate.username)}
            />
            <span className="form-check-label">
              {candidate.displayName} <span className="text-secondary">({candidate.username})</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
