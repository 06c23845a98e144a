import type { StoredFile } from "../../../../src/plugin-api/index.js";
import { PemeriksaBaris } from "../../domain/periksa-baris-konversi.js";
import type { BarisTertulis } from "../../domain/baris-konversi.js";
import { bacaUnggahan } from "./baca-unggahan.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { catatPekerjaan } from "./catat.js";
import { duniaPeriksa } from "./dunia-periksa.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas, BerkasKonversi } from "./konversi-store.js";
import { simpanLembarMasalah } from "./lembar-masalah.js";

const JOB = "periksa-unggahan-konversi";
/** Rows of one transaction: others write between them. */
const PER_TRANSACTION = 1_000;

/** What the diagram decides by. */
export interface HasilPeriksa {
  readonly sah: number;
  readonly bermasalah: number;
}

/**
 * Reads an upload, or what was pulled from SIASN, and checks every row; rows and faults are kept for the page and as a table to repair. Again for the same
 * upload: the rows are read anew, so that a crash in between leaves nothing half done. Nothing is converted here.
 */
export const periksaUnggahan = async (
  deps: KonversiDeps,
  caseId: string,
  signal: AbortSignal,
): Promise<HasilPeriksa> => {
  const { berkas, file } = await deps.db.read((tx) => unggahanOf(deps, tx, caseId));
  const read = file === null ? await bacaTarikan(deps, caseId) : await bacaUnggahan(await deps.files.read(file));
  if ("pesan" in read) {
    await selesaiPeriksa(deps, { ...berkas, pesan: read.pesan, masalahFileId: null }, []);
    return { sah: 0, bermasalah: 0 };
  }
  const rows = await periksaSemua(deps, berkas, read.baris);
  await deps.db.transaction((tx) => deps.store(tx).removeBaris(caseId));
  for (let at = 0; at < rows.length; at += PER_TRANSACTION) {
    signal.throwIfAborted();
    await deps.db.transaction((tx) => deps.store(tx).addBaris(rows.slice(at, at + PER_TRANSACTION)));
  }
  const faulty = rows.filter(({ status }) => status === "BERMASALAH");
  const masalahFileId = faulty.length === 0 ? null : await simpanLembarMasalah(deps, caseId, faulty);
  await selesaiPeriksa(deps, { ...berkas, pesan: null, masalahFileId }, rows);
  return { sah: rows.length - faulty.length, bermasalah: faulty.length };
};

const bacaTarikan = async (
  deps: KonversiDeps,
  caseId: string,
): Promise<{ readonly baris: readonly BarisTertulis[] }> => {
  const rows = await deps.db.read((tx) => deps.store(tx).hasilTarikan(caseId));
  return { baris: rows.map((row, at) => ({ ...row, baris: at + 1 })) };
};

const unggahanOf = async (
  deps: KonversiDeps,
  tx: Parameters<KonversiDeps["store"]>[0],
  caseId: string,
): Promise<{ readonly berkas: BerkasKonversi; readonly file: StoredFile | null }> => {
  const berkas = await berkasOfCase(deps, tx, caseId);
  // A repaired table takes the place of what was pulled.
  if (berkas.fileId === null && berkas.tahunSiasn !== null) return { berkas, file: null };
  const file = berkas.fileId === null ? undefined : await deps.files.find(tx, berkas.fileId);
  if (file === undefined) throw new Error(`Expected the upload of case file '${caseId}', but it is gone`);
  return { berkas, file };
};

const periksaSemua = async (
  deps: KonversiDeps,
  berkas: BerkasKonversi,
  tertulis: readonly BarisTertulis[],
): Promise<readonly BarisBerkas[]> => {
  const nips = tertulis.map(({ isi }) => isi.nip.replaceAll(/\s/g, ""));
  const pemeriksa = new PemeriksaBaris(await deps.db.read((tx) => duniaPeriksa(deps, tx, berkas, nips)));
  return tertulis.map((each) => {
    const { baris, isi, masalah, periode } = pemeriksa.periksa(each);
    const status = periode === null ? "BERMASALAH" : "SAH";
    return { id: deps.ids.next(), caseId: berkas.caseId, baris, isi, masalah, periode, status };
  });
};

const selesaiPeriksa = (deps: KonversiDeps, berkas: BerkasKonversi, rows: readonly BarisBerkas[]): Promise<void> =>
  deps.db.transaction(async (tx) => {
    if (berkas.pesan !== null) await deps.store(tx).removeBaris(berkas.caseId);
    await deps.store(tx).saveBerkas({ ...berkas, tanpaBermasalah: false });
    const caseFile = await deps.cases.get(tx, berkas.caseId);
    const faulty = rows.filter(({ status }) => status === "BERMASALAH").length;
    const flawless = berkas.pesan === null && faulty === 0;
    const next = await deps.cases.setStatus(tx, caseFile, flawless ? "MENUNGGU_PENETAPAN" : "BERMASALAH");
    const id =
      berkas.pesan === null
        ? `memeriksa ${rows.length} baris: ${faulty} bermasalah`
        : `tidak dapat membaca lembar kerja: ${berkas.pesan}`;
    const en =
      berkas.pesan === null ? `checked ${rows.length} rows: ${faulty} with faults` : "could not read the upload";
    await catatPekerjaan(deps, tx, JOB, next, { action: "konversi.checked", story: { id, en } });
    if (flawless) return;
    await deps.notifications.notify(tx, {
      to: [{ userId: berkas.pembuatId }],
      title: { id: "Unggahan perlu diperbaiki", en: "The upload needs repair" },
      body: { id: `${next.reference}: ${id}.`, en: `${next.reference}: ${en}.` },
      caseId: berkas.caseId,
      key: `ak:periksa:${berkas.caseId}:${next.revision}`,
    });
  });
