import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "../../shared/api/client.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { readSession, useRestartSession } from "../../shared/session/session-query.js";
import { FrontPage } from "./front-page.js";
import { NewPassword, passwordProblem } from "./new-password.js";

/** First use of an account: the one-time code of the administrator and a password of one's own. */
export function ActivationPage(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const restart = useRestartSession();
  const [query] = useSearchParams();
  const [username, setUsername] = useState(query.get("nama") ?? "");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const problem = passwordProblem(password, again);
  const activate = useMutation({
    mutationFn: async () => {
      await readSession();
      await api.post("/activation", { username: username.trim(), code: code.trim(), password }, { renew: false });
      const session = await restart();
      await navigate(session.user === null ? "/masuk?aktif" : "/", { replace: true });
    },
  });
  const complete = username.trim() !== "" && code.trim() !== "" && problem === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (complete) activate.mutate();
  };
  const missing = (value: string): string | undefined =>
    tried && value.trim() === "" ? t("field.required") : undefined;
  return (
    <FrontPage title={t("activation.title")}>
      <p className="text-secondary">{t("activation.intro")}</p>
      {activate.isError ? <ProblemAlert error={activate.error} fields={["code", "password"]} /> : null}
      <form onSubmit={submit} noValidate>
        <Field
          label={t("signIn.username")}
          value={username}
          onValue={setUsername}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={missing(username)}
        />
        <Field
          label={t("activation.code")}
          value={code}
          onValue={setCode}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={missing(code) ?? fieldError(activate.error, "code")}
        />
        <NewPassword
          password={password}
          again={again}
          onPassword={setPassword}
          onAgain={setAgain}
          problem={tried ? problem : null}
          refusal={fieldError(activate.error, "password")}
        />
        <button type="submit" className="btn btn-primary w-100" disabled={activate.isPending}>
          {t("activation.submit")}
        </button>
      </form>
      <p className="text-center mt-3 mb-0">
        <Link to="/masuk">{t("activation.toSignIn")}</Link>
      </p>
    </FrontPage>
  );
}
