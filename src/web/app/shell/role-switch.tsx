import { IconCheck, IconChevronDown, IconUserShield } from "@tabler/icons-react";
import type { ReactElement } from "react";
import Dropdown from "react-bootstrap/Dropdown";
import { useNavigate } from "react-router";
import type { RoleChoice } from "../../shared/session/role-choice.js";
import { api } from "../../shared/api/client.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useRestartSession, useSignedIn } from "../../shared/session/session-query.js";

/** The role in which one acts; rights, menu and lists follow it. */
export function RoleSwitch(): ReactElement | null {
  const { t, say } = useTexts();
  const user = useSignedIn();
  const restart = useRestartSession();
  const navigate = useNavigate();
  const toasts = useToasts();
  const active = user.roles.find((role) => role.id === user.activeRoleId);
  if (active === undefined && user.roles.length === 0) return null;

  const choose = async (role: RoleChoice): Promise<void> => {
    if (role.id === user.activeRoleId) return;
    try {
      await api.put("/session/role", { roleId: role.id });
      await restart();
      await navigate("/");
    } catch (error) {
      toasts.failed(error);
    }
  };

  if (user.roles.length === 1 && active !== undefined)
    return (
      <div className="role-switch role-switch-single">
        <RoleName role={active} />
      </div>
    );
  return (
    <Dropdown>
      <Dropdown.Toggle as="button" type="button" bsPrefix="role-switch">
        <span className="visually-hidden">{t("role.actAs")}</span>
        {active === undefined ? <span>{t("role.choose")}</span> : <RoleName role={active} />}
        <IconChevronDown size={16} className="flex-shrink-0" aria-hidden />
      </Dropdown.Toggle>
      <Dropdown.Menu className="role-menu">
        <Dropdown.Header>{t("role.actAs")}</Dropdown.Header>
        {user.roles.map((role) => (
          <Dropdown.Item
            key={role.id}
            as="button"
            type="button"
            aria-current={role.id === user.activeRoleId}
            onClick={() => void choose(role)}
          >
            <span className="me-auto">
              {say(role.label)}
              {role.scopeName === null ? null : <span className="d-block text-secondary small">{role.scopeName}</span>}
            </span>
            {role.id === user.activeRoleId ? <IconCheck size={18} className="ms-3 flex-shrink-0" aria-hidden /> : null}
          </Dropdown.Item>
        ))}
      </Dropdown.Menu>
    </Dropdown>
  );
}

function RoleName({ role }: { readonly role: RoleChoice }): ReactElement {
  const { say } = useTexts();
  return (
    <>
      <IconUserShield size={20} className="flex-shrink-0 d-none d-sm-block" aria-hidden />
      <span className="role-name">
        <span className="role-title">{say(role.label)}</span>
        {role.scopeName === null ? null : <span className="role-scope">{role.scopeName}</span>}
      </span>
    </>
  );
}
