import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ReactElement } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { StartForm } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import { ProblemError } from "../../shared/api/problem.js";
import { useSendOnce } from "../../shared/api/use-send-once.js";
import { now } from "../../shared/clock.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import type { FormHandle, FormSlot, FormState, FormValues } from "../../shared/form/form-slot.js";
import { outcomeButtons, type OutcomeButton } from "../../shared/form/outcome-buttons.js";
import { serverMessages } from "../../shared/form/server-messages.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { localKey, readLocal, removeLocal, writeLocal } from "../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../shared/session/session-query.js";

/** The form that opens a case file. What is typed stays on this device until it is sent. */
export function StartScreen({ Form }: { readonly Form: FormSlot }): ReactElement {
  const { t } = useTexts();
  const { app = "", type = "" } = useParams();
  const path = `/starts/${encodeURIComponent(app)}/${encodeURIComponent(type)}`;
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
  return <Loaded start={start.data} path={path} Form={Form} />;
}

interface LoadedProps {
  readonly start: StartForm;
  readonly path: string;
  readonly Form: FormSlot;
}

function Loaded({ start, path, Form }: LoadedProps): ReactElement {
  const { t, say } = useTexts();
  const user = useSignedIn();
  const key = localKey(user.userId, "start", start.form.key);
  const [kept] = useState(() => readLocal<FormValues>(key));
  const form = useRef<FormHandle>(null);
  const [state, setState] = useState<FormState>({ ready: false, lastPage: true, uploading: false });
  const once = useSendOnce();
  const send = useSend(path, key, form, once);
  const declared = outcomeButtons(start.form.schema);
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
          {kept === null ? null : (
            <div className="alert alert-info alert-plain" role="status">
              {t("draft.restored")}
            </div>
          )}
          {send.isError && !(send.error instanceof ProblemError && send.error.errors.length > 0) ? (
            <ProblemAlert error={send.error} />
          ) : null}
          <Form
            schema={start.form.schema}
            values={{ ...start.data, ...kept?.data }}
            readOnly={false}
            onChange={(values) => writeLocal(key, { data: values, savedAt: now(), revision: 0 })}
            onState={setState}
            handle={form}
          />
        </div>
        <div className="card-footer d-flex gap-2 justify-content-end">
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
    </>
  );
}

function useSend(
  path: string,
  key: string,
  form: { readonly current: FormHandle | null },
  once: ReturnType<typeof useSendOnce>,
) {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (data: FormValues) => api.post<{ caseId: string }>(path, { data }),
    onSuccess: async ({ caseId }) => {
      removeLocal(key);
      toasts.done(t("start.sent"));
      await navigate(`/berkas/${caseId}`);
      await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== "session" && name !== "start" });
    },
    onError: (error) => {
      once.failed();
      if (error instanceof ProblemError && error.errors.length > 0) form.current?.show(serverMessages(error.errors));
    },
  });
}
