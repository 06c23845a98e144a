import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { readSession } from "../../shared/session/session-query.js";

/** Shortest password that the server takes. */
const MIN_LENGTH = 12;

/** Another password for oneself, with the present one as proof. */
export function PasswordCard(): ReactElement {
  const { t } = useTexts();
  const toasts = useToasts();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.put("/session/password", { current, next }, { renew: false }),
    onSuccess: async () => {
      setCurrent("");
      setNext("");
      setAgain("");
      setTried(false);
      toasts.done(t("profile.passwordChanged"));
      await readSession();
    },
  });
  const short = next.length < MIN_LENGTH ? t("password.short", { count: MIN_LENGTH }) : undefined;
  const different = next === again ? undefined : t("password.different");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (current !== "" && short === undefined && different === undefined) change.mutate();
  };
  return (
    <section className="card" aria-labelledby="profile-password">
      <div className="card-header">
        <h2 className="card-title" id="profile-password">
          {t("profile.password")}
        </h2>
      </div>
      <form className="card-body" onSubmit={submit} noValidate>
        {change.isError ? <ProblemAlert error={change.error} fields={["current", "next"]} /> : null}
        <Field
          label={t("profile.current")}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onValue={setCurrent}
          error={tried && current === "" ? t("field.required") : fieldError(change.error, "current")}
        />
        <Field
          label={t("password.new")}
          type="password"
          autoComplete="new-password"
          required
          value={next}
          onValue={setNext}
          help={t("password.rule", { count: MIN_LENGTH })}
          error={tried ? (short ?? fieldError(change.error, "next")) : undefined}
        />
        <Field
          label={t("password.again")}
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onValue={setAgain}
          error={tried ? different : undefined}
        />
        <button type="submit" className="btn btn-primary" disabled={change.isPending}>
          {t("profile.changePassword")}
        </button>
      </form>
    </section>
  );
}
