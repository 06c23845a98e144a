import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Profile } from "../../../http/contract/session.js";
import { api } from "../../shared/api/client.js";
import { Facts } from "../../shared/components/facts.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { ContactCard } from "./contact-card.js";
import { PasswordCard } from "./password-card.js";

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
          {profile.data === undefined ? null : <ContactCard contact={profile.data.contact} />}
          <PasswordCard />
        </div>
      </div>
    </>
  );
}
