import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { Field } from "../../shared/components/field.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { readSession } from "../../shared/session/session-query.js";
import { PasswordField } from "./password-field.js";

interface SignInFormProps {
  /** Given when the same person has to come back (expired session). */
  readonly username?: string;
  readonly onDone: () => void | Promise<void>;
}

/** User name and password. The token of the page is read first: the old one may have gone with the session. */
export function SignInForm({ username: fixed, onDone }: SignInFormProps): ReactElement {
  const { t } = useTexts();
  const [username, setUsername] = useState(fixed ?? "");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: async () => {
      await readSession();
      await api.post("/session", { username: username.trim(), password }, { renew: false });
      await onDone();
    },
    onError: () => setPassword(""),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (username.trim() !== "" && password !== "") signIn.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      {signIn.isError ? <ProblemAlert error={signIn.error} fields={["username", "password"]} /> : null}
      <Field
        label={t("signIn.username")}
        value={username}
        onValue={setUsername}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        readOnly={fixed !== undefined}
        autoFocus={fixed === undefined}
        error={fieldError(signIn.error, "username")}
      />
      <PasswordField
        label={t("signIn.password")}
        value={password}
        onValue={setPassword}
        autoComplete="current-password"
        autoFocus={fixed !== undefined}
        error={fieldError(signIn.error, "password")}
      />
      <button
        type="submit"
        className="btn btn-primary w-100"
        disabled={signIn.isPending || username.trim() === "" || password === ""}
      >
        {signIn.isPending ? <span className="spinner-border spinner-border-sm me-2" aria-hidden="true" /> : null}
        {t("signIn.submit")}
      </button>
    </form>
  );
}
