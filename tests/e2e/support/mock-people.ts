import type { z } from "zod";
import type { RoleChoice, Session } from "../../../src/http/contract/session.js";

export type Role = z.infer<typeof RoleChoice>;
export type User = NonNullable<Session["user"]>;

const role = (id: string, label: [string, string], scope: [string, string] | null = null): Role => ({
  id,
  role: id,
  label: { id: label[0], en: label[1] },
  scopeType: scope === null ? null : "instansi",
  scopeId: scope?.[0] ?? null,
  scopeName: scope?.[1] ?? null,
});

export const roles = {
  tpi: role("tpi", ["Tim Penilai Instansi", "Agency assessor"], ["nk", "Provinsi Nusa Kencana"]),
  sekretariat: role("sekretariat-tpi", ["Sekretariat TPI", "TPI secretariat"], ["nk", "Provinsi Nusa Kencana"]),
  admin: role("admin", ["Administrator", "Administrator"]),
} as const;

/** A synthetic member of an assessment team who also runs the office's system. */
export const someUser = (): User => ({
  userId: "u-1",
  username: "tpi1",
  displayName: "Dr. Ratna Pelita, M.AP.",
  language: "id",
  activeRoleId: "tpi",
  roles: [roles.tpi, roles.sekretariat, roles.admin],
  menu: ["tasks", "cases", "start", "admin-users", "admin-reference", "studio", "history", "operations", "print-runs"],
});

export const names = [
  "Surya Mandala, S.Sos.",
  "Ratna Pelita, M.AP.",
  "Bagas Tirtana, S.E.",
  "Dewi Kusumajati, M.Si.",
  "Arya Wiratama, S.H.",
  "Laras Permata, M.M.",
];

/** Employee numbers with a sequence from 901 upward, as only invented ones have. */
export const nip = (n: number): string => `19${80 + (n % 15)}0${1 + (n % 9)}1${n % 10}2010011${901 + n}`;
