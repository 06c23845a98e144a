import { useEffect, useImperativeHandle, useRef, useState, type ReactElement } from "react";
import type { FieldMessage, FormSlotProps } from "../../shared/form/form-slot.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { ErrorSummary } from "./error-summary.js";
import { applyOutcome } from "./apply-outcome.js";
import { fromRenderer } from "./field-messages.js";
import { onUploads } from "./file-storage.js";
import type { RenderedForm } from "./formio-port.js";
import { useFieldMessages } from "./use-field-messages.js";
import { openForm } from "./open-form.js";
import { onScriptStopped } from "./script-failures.js";

const isLastPage = (form: RenderedForm): boolean =>
  form.pages === undefined || (form.page ?? 0) >= form.pages.length - 1;

/** Says something at its field. The renderer takes a message for markup, and a message may repeat what a person typed. */
const sayAt = (form: RenderedForm | null, { path, message }: FieldMessage): void =>
  form?.getComponent(path)?.setCustomValidity(message.replaceAll("&", "&amp;").replaceAll("<", "&lt;"), true);

/** A Form.io form: shown, filled, checked. Drafts and completion are the page's business. */
export function FormPane({ schema, values, readOnly, onChange, onState, handle }: FormSlotProps): ReactElement {
  const { t, language } = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const form = useRef<RenderedForm | null>(null);
  const current = useRef(values);
  const start = useRef(values);
  const tell = useRef({ onChange, onState });
  tell.current = { onChange, onState };
  const [failure, setFailure] = useState<unknown>(null);
  const [ready, setReady] = useState(false);
  const [lastPage, setLastPage] = useState(true);
  const [uploading, setUploading] = useState(false);
  const { messages, round, setMessages, standing, dropRepaired } = useFieldMessages();
  const fromServer = useRef<readonly FieldMessage[]>([]);
  const [askedBy, setAskedBy] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [stopped, setStopped] = useState(false);

  useEffect(() => {
    if (host.current === null) return undefined;
    const closing = new AbortController();
    setReady(false);
    setFailure(null);
    const opened = openForm({
      element: host.current,
      schema,
      // Values of fields that are hidden now are not in the current ones; they must not be lost when the form is put up again.
      values: { ...start.current, ...current.current },
      language,
      readOnly,
      signal: closing.signal,
      onChange: (data) => {
        dropRepaired(current.current, data);
        current.current = data;
        tell.current.onChange(data);
      },
      // The renderer knows only its own rules and takes away what the server said whenever it looks at a field again.
      onChecked: (rendered) => {
        for (const said of fromServer.current.filter((each) => standing.current.includes(each))) sayAt(rendered, said);
      },
      onPage: (rendered) => setLastPage(isLastPage(rendered)),
    });
    const show = async (): Promise<void> => {
      const rendered = await opened;
      if (closing.signal.aborted) return;
      form.current = rendered;
      setLastPage(isLastPage(rendered));
      setReady(true);
    };
    show().catch((cause: unknown) => closing.signal.aborted || setFailure(cause));
    return () => {
      closing.abort();
      form.current = null;
    };
  }, [schema, readOnly, language, attempt, dropRepaired, standing]);

  useEffect(() => onScriptStopped(() => setStopped(true)), []);
  useEffect(() => onUploads((running) => setUploading(running > 0)), []);
  useEffect(() => tell.current.onState({ ready, lastPage, uploading }), [ready, lastPage, uploading]);

  useImperativeHandle(
    handle,
    () => ({
      values: () => current.current,
      collect: (button) => {
        const rendered = form.current;
        if (rendered === null) return null;
        const asked = applyOutcome(rendered, button.values);
        setAskedBy(asked.length === 0 ? null : button.label);
        if (asked[0] !== undefined) {
          setMessages([]);
          rendered.focusOnComponent(asked[0]);
          return null;
        }
        const { data } = rendered.submission;
        const valid = rendered.checkValidity(data, true, data);
        const found = valid ? [] : fromRenderer(rendered.errors);
        setMessages(found);
        return valid ? structuredClone(data) : null;
      },
      replace: (data) => {
        start.current = data;
        current.current = data;
        setMessages([]);
        void form.current?.setSubmission({ data: structuredClone(data) });
      },
      show: (found) => {
        setMessages(found);
        fromServer.current = found;
        for (const each of found) sayAt(form.current, each);
      },
    }),
    [setMessages],
  );

  return (
    <div className="form-pane">
      {failure === null ? null : <ProblemAlert error={failure} onRetry={() => setAttempt((n) => n + 1)} />}
      {messages.length === 0 ? null : (
        <ErrorSummary messages={messages} attempt={round} onGo={(path) => form.current?.focusOnComponent(path)} />
      )}
      {ready || failure !== null ? null : <Loading label={t("form.loading")} />}
      <div ref={host} className={readOnly ? "form-read-only" : ""} hidden={!ready} />
      <div role="status">
        {stopped ? <div className="alert alert-warning alert-plain mb-3">{t("form.scriptStopped")}</div> : null}
        {askedBy === null ? null : (
          <div className="alert alert-info alert-plain mb-0">{t("form.asks", { button: askedBy })}</div>
        )}
      </div>
    </div>
  );
}
