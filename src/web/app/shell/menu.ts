import {
  IconAlertOctagon,
  IconChecklist,
  IconFolders,
  IconHistory,
  IconPencilPlus,
  IconPrinter,
  IconSchema,
  IconTable,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";
import type { TextKey } from "../../shared/i18n/setup.js";
import type { SignedIn } from "../../shared/session/session-query.js";

export interface MenuEntry {
  readonly id: SignedIn["menu"][number];
  readonly path: string;
  readonly text: TextKey;
  readonly icon: Icon;
  readonly group: "work" | "steering";
  /** Another HTML page (the studio): leaving it frees the memory of its editors. */
  readonly separatePage: boolean;
}

const entry = (
  id: MenuEntry["id"],
  path: string,
  text: TextKey,
  icon: Icon,
  group: MenuEntry["group"],
  separatePage = false,
): MenuEntry => ({ id, path, text, icon, group, separatePage });

/** The menu in its order; the session says which entries a role has. */
export const menuEntries: readonly MenuEntry[] = [
  entry("tasks", "/tugas", "menu.tasks", IconChecklist, "work"),
  entry("cases", "/berkas", "menu.cases", IconFolders, "work"),
  entry("start", "/mulai", "menu.start", IconPencilPlus, "work"),
  entry("print-runs", "/cetak", "menu.printRuns", IconPrinter, "work"),
  entry("studio", "/studio", "menu.studio", IconSchema, "steering", true),
  entry("operations", "/operasi", "menu.operations", IconAlertOctagon, "steering"),
  entry("history", "/riwayat", "menu.history", IconHistory, "steering"),
  entry("admin-users", "/pengguna", "menu.users", IconUsers, "steering"),
  entry("admin-reference", "/referensi", "menu.reference", IconTable, "steering"),
];
