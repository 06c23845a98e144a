import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactElement } from "react";
import type { Profile } from "../../../http/contract/session.js";
import { api } from "../../shared/api/client.js";
import { Facts } from "../../shared/components/facts.js";
import { Field } from "../../shared/components/field.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fieldError } from "../../shared/components/problem-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { readSession, useSignedIn } from "../../shared/session/session-query.js";

/** Who one is to the platform: personal lines, roles, password. */
export function ProfilePage(): ReactElement {
  const { t, say } = useTexts();
  const user = useSignedIn();
  const profile = useQuery({
    queryKey: ["profile"],
    queryFn: ({ signal }) => api.get<Profile>("/profile", { signal }),
  });
  return (
    <>
      <PageHeader title={t("profile.title")} />
      <div className="row g-3">
        <div className="col-lg-7">
          <section className="card mb-3" aria-labelledby="profile-person">
            <div className="card-header">
              <h2 className="card-title" id="profile-person">
                {user.displayName}
              </h2>
            </div>
            <div className="card-body">
              {profile.isPending ? <Loading /> : null}
              {profile.isError ? <ProblemAlert error={profile.error} onRetry={() => void profile.refetch()} /> : null}
              {profile.data === undefined ? null : (
                <Facts
                  facts={[
                    { label: { id: "Nama pengguna", en: "User name" }, value: profile.data.username },
                    ...profile.data.lines,
                  ]}
                />
              )}
            </div>
          </section>
          <section className="card" aria-labelledby="profile-roles">
            <div className="card-header">
              <h2 className="card-title" id="profile-roles">
                {t("profile.roles")}
              </h2>
            </div>
            {user.roles.length === 0 ? <p className="card-body text-secondary mb-0">{t("profile.noRoles")}</p> : null}
            <ul className="plain-list">
              {user.roles.map((role) => (
                <li key={role.id} className="list-row">
                  <div>
                    <div className="fw-medium">{say(role.label)}</div>
                    <div className="second-line">{role.scopeName ?? t("profile.everywhere")}</div>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="col-lg-5">
          <PasswordCard />
        </div>
      </div>
    </>
  );
}

/** Shortest password that the server takes. */
const MIN_LENGTH = 12;

function PasswordCard(): ReactElement {
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
        {change.isError ? <ProblemAlert error={change.error} /> : null}
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
