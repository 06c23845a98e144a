import type { ReactElement } from "react";
import { Link, NavLink } from "react-router";
import { Brand } from "../../shared/components/brand.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { menuEntries, type MenuEntry } from "./menu.js";

interface SidebarProps {
  /** Called after a choice, so that the menu closes on a phone. */
  readonly onChosen: () => void;
}

/** The main menu of the active role. */
export function Sidebar({ onChosen }: SidebarProps): ReactElement {
  const { t } = useTexts();
  const { menu } = useSignedIn();
  const offered = menuEntries.filter((entry) => menu.includes(entry.id));
  const work = offered.filter((entry) => entry.group === "work");
  const steering = offered.filter((entry) => entry.group === "steering");
  return (
    <div className="sidebar-content">
      <nav aria-label={t("menu.label")}>
        <Link to="/" className="sidebar-brand" onClick={onChosen} aria-label={t("menu.home")}>
          <Brand />
        </Link>
        <MenuGroup entries={work} onChosen={onChosen} />
        {steering.length === 0 ? null : (
          <>
            {work.length === 0 ? null : <div className="sidebar-heading">{t("menu.steering")}</div>}
            <MenuGroup entries={steering} onChosen={onChosen} />
          </>
        )}
      </nav>
    </div>
  );
}

function MenuGroup({
  entries,
  onChosen,
}: {
  readonly entries: readonly MenuEntry[];
  readonly onChosen: () => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <ul className="sidebar-list">
      {entries.map(({ id, path, text, icon: Icon, separatePage }) => (
        <li key={id}>
          {separatePage ? (
            <a className="sidebar-link" href={path}>
              <Icon size={20} stroke={1.75} aria-hidden /> {t(text)}
            </a>
          ) : (
            <NavLink className="sidebar-link" to={path} onClick={onChosen}>
              <Icon size={20} stroke={1.75} aria-hidden /> {t(text)}
            </NavLink>
          )}
        </li>
      ))}
    </ul>
  );
}
