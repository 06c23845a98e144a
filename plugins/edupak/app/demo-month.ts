import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { openMonth } from "./inventarisasi-start.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { readJfk } from "./jfk.js";
import { inventarisasiContext } from "./kegiatan-context.js";
import { addManyKegiatan } from "./kegiatan-edit.js";
import { tempatBukti } from "./kegiatan-view.js";

const ROWS = [
  {
    kode: "212109006",
    tanggalMulai: "2021-01-04",
    tanggalSelesai: "2021-01-08",
    volume: "48",
    keterangan: "Data kesejahteraan",
  },
  {
    kode: "212101001",
    tanggalMulai: "2021-01-11",
    tanggalSelesai: "2021-01-13",
    volume: "2",
    keterangan: "Dua perangkat daerah",
  },
  {
    kode: "212101006",
    tanggalMulai: "2021-01-18",
    tanggalSelesai: "2021-01-22",
    volume: "3",
    keterangan: "Tiga jabatan",
  },
];

const aPdf = (text: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** January 2021 of one JFK, filled and not yet sent, so that a first look shows what a month is. */
export const seedDemoMonth = async (deps: EdupakDeps, tx: UnitOfWork, userId: string): Promise<void> => {
  const user = await deps.users.find(tx, userId);
  const perorangan = await readJfk(deps, tx, user?.personId ?? null);
  if (user === undefined || perorangan === undefined)
    throw new Error(`Expected demo account '${userId}' of a JFK, but it is absent`);
  const actor = { ...user, role: null, roles: [], language: "id" } as const;
  const caseId = await openMonth(deps, tx, actor, perorangan, "2021-01");
  const caseFile = await deps.cases.get(tx, caseId);
  const sheet = { ...(await inventarisasiContext(deps, tx, caseId)), at: { caseFile, actor } };
  await addManyKegiatan(deps, tx, sheet, ROWS);
  for (const { kegiatan } of (await inventarisasiContext(deps, tx, caseId)).rows) {
    await deps.files.store(tx, {
      name: "bukti-fisik.pdf",
      contentType: "application/pdf",
      bytes: aPdf(kegiatan.uraian),
      caseId,
      place: tempatBukti(kegiatan.id),
      userId,
    });
  }
};
