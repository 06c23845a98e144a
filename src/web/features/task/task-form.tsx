import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useSendOnce } from "../../shared/api/use-send-once.js";
import { ProblemError } from "../../shared/api/problem.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { DraftConflict } from "../../shared/draft/draft-conflict.js";
import type { DraftKeeper } from "../../shared/draft/draft-keeper.js";
import { useDraft } from "../../shared/draft/use-draft.js";
import type { FormHandle, FormSlot, FormState } from "../../shared/form/form-slot.js";
import { useFormIn } from "../../shared/form/use-form-in.js";
import { outcomeButtons, type OutcomeButton } from "../../shared/form/outcome-buttons.js";
import { serverMessages } from "../../shared/form/server-messages.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { localKey } from "../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { CompletionBar } from "./completion-bar.js";
import { completeTask, type TaskPage } from "./task-query.js";

interface TaskFormProps {
  readonly page: TaskPage;
  readonly Form: FormSlot;
}

const NO_FORM: Readonly<Record<string, unknown>> = {};

/** Somebody else has the task now; other refusals say themselves what to do. */
const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 404 || error.code === "CONFLICT");

/** Said at the form's own fields; a box above them would say it twice. */
const isAboutFields = (error: unknown, { form }: TaskPage): boolean =>
  form !== null && error instanceof ProblemError && error.errors.length > 0;

/** The task's form with its drafts and the buttons that complete it. */
export function TaskForm({ page, Form }: TaskFormProps): ReactElement {
  const { t } = useTexts();
  const user = useSignedIn();
  const path = `/tasks/${encodeURIComponent(page.task.key)}`;
  const form = useRef<FormHandle>(null);
  const draft = useDraft(page, { path, localKey: localKey(user.userId, "task", page.task.key) });
  const [formState, setFormState] = useState<FormState>({
    ready: page.form === null,
    lastPage: true,
    uploading: false,
  });
  const once = useSendOnce();
  const completion = useCompletion(page, (messages) => form.current?.show(messages), draft.keeper, once);
  const schema = useFormIn(page.form?.schema ?? NO_FORM);
  const buttons = outcomeButtons(schema);
  const complete = (button: OutcomeButton): void => {
    const values = page.form === null ? { ...page.data, ...button.values } : (form.current?.collect(button) ?? null);
    if (values !== null && once.begin()) completion.mutate(values);
  };
  const outcomes = buttons.length > 0 ? buttons : [{ label: t("task.complete"), theme: "primary", values: {} }];
  useCtrlEnter(
    page.may.complete && outcomes.length === 1 && formState.ready && formState.lastPage,
    () => outcomes[0] && complete(outcomes[0]),
  );

  return (
    <section className="card task-form" aria-labelledby="form-title">
      <div className="card-header">
        <h2 className="card-title" id="form-title" tabIndex={-1}>
          {t("task.form")}
        </h2>
        {page.form === null ? null : (
          <span className="ms-auto text-secondary small">{t("task.formVersion", { version: page.form.version })}</span>
        )}
      </div>
      <div className="card-body">
        {draft.restored ? (
          <div className="alert alert-info alert-plain" role="status">
            {t("draft.restored")}
          </div>
        ) : null}
        {page.refusal === null ? null : (
          <div className="alert alert-warning alert-plain" role="status">
            {page.refusal}
          </div>
        )}
        {completion.isError && !isAboutFields(completion.error, page) ? (
          <ProblemAlert error={completion.error}>
            {isStale(completion.error) ? <p className="mb-0 mt-1">{t("task.stale")}</p> : null}
          </ProblemAlert>
        ) : null}
        {page.form === null ? (
          <p className="text-secondary mb-0">{t("task.noForm")}</p>
        ) : (
          <Form
            schema={schema}
            values={draft.start}
            readOnly={!page.may.complete}
            onChange={(values) => draft.keeper.change(values)}
            onState={setFormState}
            handle={form}
          />
        )}
      </div>
      {page.may.complete ? (
        <CompletionBar
          outcomes={outcomes}
          draft={draft}
          waiting={formState.uploading}
          disabled={!formState.ready || !formState.lastPage || formState.uploading || completion.isPending}
          lastPage={formState.lastPage}
          onComplete={complete}
        />
      ) : null}
      {draft.status === "conflict" ? (
        <DraftConflict
          path={path}
          mine={draft.keeper.waiting}
          onMine={(revision) => draft.keeper.overwrite(revision)}
          onTheirs={(server) => {
            draft.keeper.takeOver(server.draft?.revision ?? 0);
            form.current?.replace(server.data);
          }}
        />
      ) : null}
    </section>
  );
}

function useCompletion(
  page: TaskPage,
  show: (messages: ReturnType<typeof serverMessages>) => void,
  keeper: DraftKeeper,
  once: ReturnType<typeof useSendOnce>,
) {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return useMutation({
    mutationFn: async (values: Record<string, unknown>) => {
      await keeper.settled();
      return completeTask(page.task.key, values);
    },
    onMutate: () => keeper.hold(),
    onSuccess: async ({ next }) => {
      keeper.finish();
      toasts.done(t("task.completed", { name: page.task.name }));
      await navigate(next === null ? "/tugas" : `/tugas/${next}`);
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    },
    onError: (error) => {
      once.failed();
      keeper.release();
      if (error instanceof ProblemError && error.errors.length > 0) show(serverMessages(error.errors));
    },
  });
}

function useCtrlEnter(active: boolean, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const inDialog = event.target instanceof HTMLElement && event.target.closest("[role=dialog]") !== null;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !inDialog) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [active]);
}
