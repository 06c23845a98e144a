import type { ReactElement } from "react";
import { Navigate } from "react-router";
import { useSignedIn } from "../shared/session/session-query.js";
import { menuEntries } from "./shell/menu.js";

/** The first page that the active role offers. */
export function Home(): ReactElement {
  const { menu } = useSignedIn();
  const first = menuEntries.find((entry) => menu.includes(entry.id) && !entry.separatePage);
  return <Navigate to={first?.path ?? "/profil"} replace />;
}
