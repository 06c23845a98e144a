import {
  AppError,
  type Files,
  type History,
  type Localised,
  type SheetRequest,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { recordAct } from "../../kepegawaian/plugin.js";

interface Deps {
  readonly files: Files;
  readonly history: History;
}

/** A row as the history names it. */
export interface BarisBukti {
  readonly id: string;
  readonly kode: string;
}

/** What an app calls it. */
interface Sebutan {
  /** Place of a row's evidence among the files of the case file. */
  readonly tempat: (rowId: string) => string;
  /** First word of the actions and subject of the history entries. */
  readonly berkas: string;
  readonly subject: string;
}

/**
 * Attaches one upload to rows that may take it; its content is kept once. Each row that does not have it yet gets an entry in the history.
 * @throws {AppError} as `Files.claim`.
 */
export const lampirkanBukti = async (
  { files, history }: Deps,
  tx: UnitOfWork,
  at: SheetRequest,
  fileId: string,
  rows: readonly BarisBukti[],
  { tempat, berkas, subject }: Sebutan,
): Promise<void> => {
  const caseId = at.caseFile.id;
  const places = (await files.listFor(tx, caseId)).filter(({ id }) => id === fileId).map(({ place }) => place);
  const without = rows.filter(({ id }) => !places.includes(tempat(id)));
  let name = "";
  for (const { id } of without)
    ({ name } = await files.claim(tx, { fileId, caseId, place: tempat(id), userId: at.actor.userId }));
  // Last, since the first entry holds up everybody else's.
  for (const { id, kode } of without) {
    await recordAct({ history }, tx, at, {
      action: `${berkas}.evidence-attached`,
      subject: { type: subject, id },
      story: { id: `melampirkan bukti kegiatan kode ${kode}`, en: `attached evidence to activity ${kode}` },
      changes: [{ field: `rows.${id}.bukti`, label: "Bukti fisik", from: null, to: name, personal: true }],
    });
  }
};

/** Takes a file off a row; others that have it keep it. */
export const lepaskanBukti = async (
  { files, history }: Deps,
  tx: UnitOfWork,
  at: SheetRequest,
  fileId: string,
  { id, kode }: BarisBukti,
  { tempat, berkas, subject }: Sebutan,
): Promise<void> => {
  const caseId = at.caseFile.id;
  const place = tempat(id);
  const file = (await files.listFor(tx, caseId)).find((each) => each.id === fileId && each.place === place);
  if (file === undefined) return;
  await files.release(tx, { fileId, caseId, place });
  await recordAct({ history }, tx, at, {
    action: `${berkas}.evidence-detached`,
    subject: { type: subject, id },
    story: { id: `melepas bukti kegiatan kode ${kode}`, en: `took evidence off activity ${kode}` },
    changes: [{ field: `rows.${id}.bukti`, label: "Bukti fisik", from: file.name, to: null, personal: true }],
  });
};

/** Rows of a request that may not take the file: none does then. */
export const buktiDitolak = (faults: readonly (Localised & { readonly index: number })[]): AppError => {
  const say = (language: "id" | "en"): string => faults.map((each) => each[language]).join("; ");
  return new AppError("BAD_INPUT", `Expected rows that take the file, but ${say("en")}`, {
    detail: {
      id: `Belum ada yang dilampirkan: ${faults.length} butir tidak dapat menerima bukti`,
      en: `Nothing has been attached: ${faults.length} rows may not take evidence`,
    },
    errors: faults.map(({ index, id, en }) => ({ path: `rows[${index}]`, message: { id, en } })),
  });
};

/** What a row is told that has been removed meanwhile: it has no name any more. */
export const tidakAda = (index: number): Localised => ({
  id: `Butir ke-${index + 1} yang dipilih sudah tidak ada`,
  en: `Row ${index + 1} of those chosen is no longer there`,
});
