import type { ReactElement } from "react";

interface PageTabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string; readonly count?: number }[];
  readonly current: string;
  readonly onTab: (id: string) => void;
}

/** Parts of one page; the chosen one is in the address. */
export const PageTabs = ({ label, tabs, current, onTab }: PageTabsProps): ReactElement => (
  <nav aria-label={label} className="page-tabs">
    {tabs.map((tab) => (
      <button
        key={tab.id}
        type="button"
        className={`view-tab${tab.id === current ? " active" : ""}`}
        aria-current={tab.id === current ? "page" : undefined}
        onClick={() => onTab(tab.id)}
      >
        {tab.label}
        {tab.count === undefined || tab.count === 0 ? null : <span className="badge count-badge">{tab.count}</span>}
      </button>
    ))}
  </nav>
);
