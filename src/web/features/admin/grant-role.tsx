import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactElement } from "react";
import type { RoleList } from "../../../http/contract/admin.js";
import { api, queryOf } from "../../shared/api/client.js";
import { Combobox } from "../../shared/components/combobox.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface Grant {
  readonly role: string;
  readonly scopeType: string | null;
  readonly scopeId: string | null;
}

interface GrantRoleProps {
  readonly busy: boolean;
  readonly onGrant: (grant: Grant) => void;
}

interface Scope {
  readonly id: string;
  readonly name: string;
}

/** A further role; within a scope where the role asks for one. */
export function GrantRole({ busy, onGrant }: GrantRoleProps): ReactElement {
  const { t, say } = useTexts();
  const id = useId();
  const roles = useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api.get<RoleList>("/roles", { signal }),
    staleTime: Infinity,
  });
  const [role, setRole] = useState("");
  const [scope, setScope] = useState<Scope | null>(null);
  const chosen = roles.data?.find((item) => item.role === role);
  const scopeType = chosen?.scopeType ?? null;
  const search = async (text: string, signal: AbortSignal) => {
    const scopes = await api.get<readonly Scope[]>(
      `/scopes/${encodeURIComponent(scopeType ?? "")}${queryOf({ search: text })}`,
      { signal },
    );
    return scopes.map(({ id: value, name }) => ({ value, label: name }));
  };
  const grant = (): void => {
    onGrant({ role, scopeType, scopeId: scope?.id ?? null });
    setRole("");
    setScope(null);
  };
  return (
    <div className="grant-role">
      <div className="flex-fill">
        <label className="form-label" htmlFor={`${id}-role`}>
          {t("users.addRole")}
        </label>
        <select
          id={`${id}-role`}
          className="form-select"
          value={role}
          onChange={(event) => {
            setRole(event.target.value);
            setScope(null);
          }}
        >
          <option value="">{t("field.choose")}</option>
          {roles.data?.map((item) => (
            <option key={item.role} value={item.role}>
              {say(item.label)}
            </option>
          ))}
        </select>
      </div>
      {scopeType === null ? null : (
        <div className="flex-fill">
          <label className="form-label" htmlFor={`${id}-scope`}>
            {t("users.scope", { type: scopeType })}
          </label>
          <Combobox
            id={`${id}-scope`}
            labelled
            value={scope?.name ?? ""}
            search={search}
            onChoose={(hit) => setScope({ id: hit.value, name: hit.label })}
            onClear={() => setScope(null)}
          />
        </div>
      )}
      <button
        type="button"
        className="btn"
        disabled={busy || chosen === undefined || (scopeType !== null && scope === null)}
        onClick={grant}
      >
        {t("action.add")}
      </button>
    </div>
  );
}
