import type { Actor, CaseFiles, History, UnitOfWork } from "../../../src/plugin-api/index.js";
import { masalah } from "../domain/masalah.js";
import { type FormData, textOf } from "./form-data.js";
import { badInput } from "./refusals.js";
import { roleText } from "./role-text.js";

/** One line of the grid in which DUPAK are chosen for a batch or a session. */
export interface ChoiceRow {
  readonly caseId: string;
  readonly nama: string;
  readonly keadaan: string;
}

/** Lines of the grid, all ticked. */
export const choiceOf = (rows: readonly ChoiceRow[]) => rows.map((row) => ({ ikut: true, ...row }));

const LEAST_REASON = 10;

/**
 * Case files that were ticked; all of them when the form came without the grid.
 * @throws {AppError} BAD_INPUT when none is, one is unknown, or some are left out without a reason.
 */
export const chosenOf = (data: FormData, known: readonly string[]): ReadonlySet<string> => {
  const rows = data["dupak"];
  if (!Array.isArray(rows) || rows.length === 0) return new Set(known);
  const ticked = (rows as readonly unknown[]).flatMap((row) => {
    const { caseId, ikut } = row as { caseId?: unknown; ikut?: unknown };
    return ikut === true && typeof caseId === "string" ? [caseId] : [];
  });
  const unknown = ticked.filter((caseId) => !known.includes(caseId));
  if (unknown.length > 0) {
    throw badInput(
      [
        masalah(
          "dupak",
          "Daftar DUPAK sudah berubah sejak formulir dibuka. Muat ulang, lalu pilih kembali.",
          "The list has changed since the form was opened. Reload and choose again.",
        ),
      ],
      "data.",
    );
  }
  if (ticked.length === 0)
    throw badInput([masalah("dupak", "Pilih paling sedikit satu DUPAK", "Choose at least one DUPAK")], "data.");
  if (ticked.length < known.length && textOf(data, "alasan").length < LEAST_REASON) {
    throw badInput(
      [
        masalah(
          "alasan",
          "Alasan wajib diisi (paling sedikit 10 huruf) karena ada DUPAK yang tidak diikutkan",
          "A reason of at least 10 characters is required, since some DUPAK are left out",
        ),
      ],
      "data.",
    );
  }
  return new Set(ticked);
};

/** Who left which DUPAK for later, and why. */
export const recordChoice = async (
  deps: { readonly cases: CaseFiles; readonly history: History },
  tx: UnitOfWork,
  actor: Actor,
  { caseId, left, reason }: { readonly caseId: string; readonly left: readonly string[]; readonly reason: string },
): Promise<void> => {
  if (left.length === 0) return;
  const references: string[] = [];
  for (const id of left) references.push((await deps.cases.get(tx, id)).reference);
  const names = references.join(", ");
  await deps.history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleText(actor.role),
    action: "dupak.left-for-later",
    caseId,
    subject: { type: "CaseFile", id: caseId },
    story: { id: `tidak mengikutkan ${names}`, en: `left out ${names}` },
    reason,
  });
};
