import { IconPlus, IconUserOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import type { UserList } from "../../../http/contract/admin.js";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { now } from "../../shared/clock.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { CodeDialog, type IssuedCode } from "./code-dialog.js";
import { NewUserDialog } from "./new-user-dialog.js";
import { UserDialog } from "./user-dialog.js";
import type { User } from "./user.js";

const PAGE = 25;

/** Accounts: who there is, with which roles; new ones get a code that is shown once. */
export function UsersPage(): ReactElement {
  const { t } = useTexts();
  const [query, setQuery] = useSearchParams();
  const search = query.get("search") ?? "";
  const offset = Number(query.get("offset") ?? 0) || 0;
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [code, setCode] = useState<IssuedCode | null>(null);
  const list = useQuery({
    queryKey: ["users", search, offset],
    queryFn: ({ signal }) => api.get<UserList>(`/users${queryOf({ search, offset, limit: PAGE })}`, { signal }),
    placeholderData: (previous) => previous,
  });
  const user = list.data?.items.find((item) => item.userId === chosen);
  return (
    <>
      <PageHeader
        title={t("users.title")}
        actions={
          <button type="button" className="btn btn-primary" onClick={() => setAdding(true)}>
            <IconPlus size={18} className="me-1" aria-hidden /> {t("users.add")}
          </button>
        }
      />
      <div className="card">
        <div className="list-tools">
          <SearchField
            value={search}
            onChange={(text) => setQuery(text === "" ? {} : { search: text }, { replace: true })}
            label={t("users.search")}
            slashKey
          />
        </div>
        {list.isPending ? <Loading /> : null}
        {list.isError ? (
          <div className="p-3">
            <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : null}
        {list.data?.items.length === 0 ? <EmptyState icon={IconUserOff} title={t("users.none")} /> : null}
        {list.data === undefined || list.data.items.length === 0 ? null : (
          <UserTable users={list.data.items} onOpen={setChosen} />
        )}
        {list.data === undefined ? null : (
          <div className="px-3 pb-3">
            <Pager
              offset={offset}
              limit={PAGE}
              total={list.data.total}
              onOffset={(to) => setQuery({ ...(search === "" ? {} : { search }), offset: String(to) })}
            />
          </div>
        )}
      </div>
      {adding ? <NewUserDialog onClose={() => setAdding(false)} onCode={setCode} /> : null}
      {user === undefined ? null : <UserDialog user={user} onClose={() => setChosen(null)} onCode={setCode} />}
      {code === null ? null : <CodeDialog issued={code} onClose={() => setCode(null)} />}
    </>
  );
}

function UserTable({
  users,
  onOpen,
}: {
  readonly users: readonly User[];
  readonly onOpen: (userId: string) => void;
}): ReactElement {
  const { t, say } = useTexts();
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">{t("users.col.name")}</th>
          <th scope="col">{t("users.col.roles")}</th>
          <th scope="col">{t("users.col.state")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("users.col.act")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.userId}>
            <td>
              <div className="fw-medium">{user.displayName}</div>
              <div className="second-line">{[user.username, user.mail].filter(Boolean).join(" · ")}</div>
            </td>
            <td>
              {user.roles.length === 0 ? <span className="text-secondary">{t("users.noRoles")}</span> : null}
              <ul className="plain-list">
                {user.roles.map((role) => (
                  <li key={role.id}>
                    {say(role.label)}
                    {role.scopeName === null ? null : <span className="text-secondary"> · {role.scopeName}</span>}
                  </li>
                ))}
              </ul>
            </td>
            <td>
              <UserState user={user} />
            </td>
            <td className="text-end">
              <button type="button" className="btn btn-sm" onClick={() => onOpen(user.userId)}>
                {t("users.manage")}
                <span className="visually-hidden"> {user.displayName}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UserState({ user }: { readonly user: User }): ReactElement {
  const { t } = useTexts();
  if (!user.active) return <StatusBadge tone="neutral">{t("users.state.closed")}</StatusBadge>;
  if (user.lockedUntil !== null && user.lockedUntil > now())
    return <StatusBadge tone="danger">{t("users.state.locked")}</StatusBadge>;
  if (!user.activated) return <StatusBadge tone="warning">{t("users.state.new")}</StatusBadge>;
  return <StatusBadge tone="success">{t("users.state.active")}</StatusBadge>;
}
