import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ReactElement } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { StartForm } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import { ProblemError } from "../../shared/api/problem.js";
import { useSendOnce } from "../../shared/api/use-send-once.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { DraftConflict } from "../../shared/draft/draft-conflict.js";
import type { DraftKeeper } from "../../shared/draft/draft-keeper.js";
import { DraftState } from "../../shared/draft/draft-state.js";
import { useDraft } from "../../shared/draft/use-draft.js";
import type { FormHandle, FormSlot, FormState, FormValues } from "../../shared/form/form-slot.js";
import { useFormIn } from "../../shared/form/use-form-in.js";
import { outcomeButtons, type OutcomeButton } from "../../shared/form/outcome-buttons.js";
import { serverMessages } from "../../shared/form/server-messages.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { localKey } from "../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { KeptDraft } from "./kept-draft.js";

/** The form that opens a case file. What is typed is kept on the server until it is sent, on this device at once. */
export function StartScreen({ Form }: { readonly Form: FormSlot }): ReactElement {
  const { t } = useTexts();
  const { app = "", type = "" } = useParams();
  const path = `/starts/${encodeURIComponent(app)}/${encodeURIComponent(type)}`;
  const [round, setRound] = useState(0);
  const start = useQuery({
    queryKey: ["start", app, type],
    queryFn: ({ signal }) => api.get<StartForm>(path, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (start.isPending) return <Loading />;
  if (start.data === undefined) {
    return (
      <>
        <PageHeader title={t("start.unavailable")} above={<Link to="/mulai">{t("start.title")}</Link>} />
        <ProblemAlert error={start.error} onRetry={() => void start.refetch()} />
      </>
    );
  }
  const again = async (): Promise<void> => {
    await start.refetch();
    setRound(round + 1);
  };
  return <Loaded key={round} start={start.data} path={path} Form={Form} onAgain={again} />;
}

interface LoadedProps {
  readonly start: StartForm;
  readonly path: string;
  readonly Form: FormSlot;
  /** The draft was thrown away. */
  readonly onAgain: () => Promise<void>;
}

function Loaded({ start, path, Form, onAgain }: LoadedProps): ReactElement {
  const { t, say } = useTexts();
  const user = useSignedIn();
  const draft = useDraft(start, { path, localKey: localKey(user.userId, "start", start.form.key) });
  const form = useRef<FormHandle>(null);
  const [state, setState] = useState<FormState>({ ready: false, lastPage: true, uploading: false });
  const once = useSendOnce();
  const send = useSend(path, draft.keeper, form, once);
  const schema = useFormIn(start.form.schema);
  const declared = outcomeButtons(schema);
  const buttons: readonly OutcomeButton[] =
    declared.length > 0 ? declared : [{ label: t("start.send"), theme: "primary", values: {} }];
  const submit = (button: OutcomeButton): void => {
    const values = form.current?.collect(button) ?? null;
    if (values !== null && once.begin()) send.mutate(values);
  };
  return (
    <>
      <PageHeader title={say(start.title)} above={<Link to="/mulai">{t("start.title")}</Link>} />
      <section className="card" aria-label={say(start.title)}>
        <div className="card-body">
          {draft.restored ? (
            <div className="alert alert-info alert-plain" role="status">
              {t("draft.restored")}
            </div>
          ) : null}
          {start.draft === null ? null : (
            <KeptDraft draft={start.draft} path={path} keeper={draft.keeper} onAgain={onAgain} />
          )}
          {send.isError && !(send.error instanceof ProblemError && send.error.errors.length > 0) ? (
            <ProblemAlert error={send.error} />
          ) : null}
          <Form
            schema={schema}
            values={draft.start}
            readOnly={false}
            onChange={(values) => draft.keeper.change(values)}
            onState={setState}
            handle={form}
          />
        </div>
        <div className="card-footer d-flex flex-wrap gap-2 justify-content-end">
          <span className="me-auto align-self-center">
            <DraftState status={draft.status} savedAt={draft.savedAt} />
          </span>
          {state.lastPage ? (
            buttons.map((button) => (
              <button
                key={button.label}
                type="button"
                className={`btn btn-${button.theme}`}
                disabled={!state.ready || state.uploading || send.isPending}
                onClick={() => submit(button)}
              >
                {button.label}
              </button>
            ))
          ) : (
            <span className="text-secondary">{t("task.morePages")}</span>
          )}
        </div>
      </section>
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
    </>
  );
}

function useSend(
  path: string,
  keeper: DraftKeeper,
  form: { readonly current: FormHandle | null },
  once: ReturnType<typeof useSendOnce>,
) {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return useMutation({
    onMutate: () => keeper.hold(),
    mutationFn: async (data: FormValues) => {
      await keeper.settled();
      return api.post<{ caseId: string }>(path, { data });
    },
    onSuccess: async ({ caseId }) => {
      keeper.finish();
      toasts.done(t("start.sent"));
      await navigate(`/berkas/${caseId}`);
      await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== "session" && name !== "start" });
    },
    onError: (error) => {
      once.failed();
      keeper.release();
      if (error instanceof ProblemError && error.errors.length > 0) form.current?.show(serverMessages(error.errors));
    },
  });
}
