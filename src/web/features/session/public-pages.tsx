import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { PublicPages as Pages } from "../../../http/contract/session.js";
import { api } from "../../shared/api/client.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** Links to what everyone may use without signing in; nothing where there is none. */
export function PublicPages(): ReactElement | null {
  const { t, say } = useTexts();
  const pages = useQuery({
    queryKey: ["public-pages"],
    queryFn: ({ signal }) => api.get<Pages>("/pages", { signal }),
    staleTime: Infinity,
  });
  if (pages.data === undefined || pages.data.length === 0) return null;
  return (
    <nav className="mt-4 pt-3 border-top" aria-label={t("front.open")}>
      <ul className="plain-list">
        {pages.data.map(({ path, title, summary }) => (
          <li key={path} className="mb-2">
            {/* Another program with its own entry, so no link of the router. */}
            <a href={path}>{say(title)}</a>
            <div className="form-hint">{say(summary)}</div>
          </li>
        ))}
      </ul>
    </nav>
  );
}
