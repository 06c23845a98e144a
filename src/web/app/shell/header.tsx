import { IconBell, IconLogout, IconMenu2, IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import Dropdown from "react-bootstrap/Dropdown";
import { Link, useNavigate } from "react-router";
import type { NotificationList } from "../../../http/contract/session.js";
import { api } from "../../shared/api/client.js";
import { LanguageSwitch } from "../../shared/components/language-switch.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useRestartSession, useSignedIn } from "../../shared/session/session-query.js";
import { RoleSwitch } from "./role-switch.js";

/** Top line: menu on small screens, role, language, notifications, account. */
export function Header({ onMenu }: { readonly onMenu: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <header className="shell-header">
      <button type="button" className="header-button d-lg-none" aria-label={t("menu.open")} onClick={onMenu}>
        <IconMenu2 size={22} aria-hidden />
      </button>
      <RoleSwitch />
      <div className="ms-auto d-flex align-items-center gap-1">
        <LanguageSwitch account />
        <Bell />
        <Account />
      </div>
    </header>
  );
}

function Bell(): ReactElement {
  const { t } = useTexts();
  const { data } = useQuery({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }) =>
      api.get<NotificationList>("/notifications?unread=true&limit=1", { signal, byItself: true }),
    refetchInterval: 60_000,
  });
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/notifikasi"
      className="header-button position-relative"
      aria-label={unread === 0 ? t("bell.none") : t("bell.some", { count: unread })}
    >
      <IconBell size={20} aria-hidden />
      {unread === 0 ? null : <span className="bell-count">{unread > 99 ? "99+" : unread}</span>}
    </Link>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => /^[A-Za-z]{2,}$/.test(part))
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase() ?? "")
    .join("");

function Account(): ReactElement {
  const { t } = useTexts();
  const user = useSignedIn();
  const restart = useRestartSession();
  const navigate = useNavigate();
  const toasts = useToasts();
  const signOut = async (): Promise<void> => {
    try {
      await api.delete("/session");
      await restart();
      await navigate("/masuk");
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <Dropdown align="end">
      <Dropdown.Toggle as="button" type="button" bsPrefix="header-button">
        <span className="visually-hidden">{t("account.label")}</span>
        <span className="avatar avatar-sm avatar-plain" aria-hidden="true">
          {initials(user.displayName) || <IconUser size={18} />}
        </span>
        <span className="account-name">{user.displayName}</span>
      </Dropdown.Toggle>
      <Dropdown.Menu>
        <div className="px-3 py-2 border-bottom mb-1">
          <div className="fw-medium">{user.displayName}</div>
          <div className="text-secondary small">{user.username}</div>
        </div>
        <Dropdown.Item as={Link} to="/profil">
          <IconUser size={18} className="me-2" aria-hidden /> {t("account.profile")}
        </Dropdown.Item>
        <Dropdown.Item as="button" type="button" onClick={() => void signOut()}>
          <IconLogout size={18} className="me-2" aria-hidden /> {t("account.signOut")}
        </Dropdown.Item>
      </Dropdown.Menu>
    </Dropdown>
  );
}
