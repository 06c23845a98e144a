import { useState, type FormEvent, type ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useTaskAct, type TaskPage } from "./task-query.js";

/** Remarks of colleagues on this task. */
export function Comments({ page }: { readonly page: TaskPage }): ReactElement {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const [text, setText] = useState("");
  const act = useTaskAct(page.task.key, (failure) => {
    if (fieldError(failure, "text") === undefined) toasts.failed(failure);
  });
  const error = fieldError(act.error, "text");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    act.mutate(() => api.post(`/tasks/${encodeURIComponent(page.task.key)}/comments`, { text: text.trim() }), {
      onSuccess: () => setText(""),
    });
  };
  return (
    <section className="card" aria-labelledby="comments-title">
      <div className="card-header">
        <h2 className="card-title" id="comments-title">
          {t("comments.title")}
        </h2>
      </div>
      <div className="card-body">
        {page.comments.length === 0 ? <p className="text-secondary">{t("comments.none")}</p> : null}
        <ul className="plain-list">
          {page.comments.map((comment) => (
            <li key={comment.id} className="mb-3">
              <div className="d-flex justify-content-between gap-2 flex-wrap">
                <span className="fw-medium">{comment.author}</span>
                <span className="text-secondary small">{dateAndTime(comment.at, language)}</span>
              </div>
              <div className="comment-text">{comment.text}</div>
            </li>
          ))}
        </ul>
        {page.may.comment ? (
          <form onSubmit={send}>
            <label className="form-label" htmlFor="comment">
              {t("comments.add")}
            </label>
            <textarea
              id="comment"
              className={`form-control${error === undefined ? "" : " is-invalid"}`}
              rows={2}
              aria-invalid={error !== undefined}
              {...(error === undefined ? {} : { "aria-describedby": "comment-error" })}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {error === undefined ? null : (
              <div className="invalid-feedback" id="comment-error">
                {error}
              </div>
            )}
            <button type="submit" className="btn mt-2" disabled={act.isPending || text.trim() === ""}>
              {t("comments.send")}
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );
}
