import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import type { Instansi } from "../../../kepegawaian/plugin.js";
import { ak, tulisAk } from "../../domain/ak.js";
import { ambilNomor } from "./ambil-nomor.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { catatPekerjaan } from "./catat.js";
import { bulanDariSampai } from "./dari-sampai.js";
import { dokumenPak } from "./dokumen-pak.js";
import { dihentikan } from "./hentikan-massal.js";
import { isiPak } from "./isi-pak.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas, PakKonversi } from "./konversi-store.js";
import { peroranganDari } from "./perorangan.js";
import { rekeningOrang } from "./rekening-pegawai.js";

const JOB = "terbitkan-pak-konversi";
/** Rows looked at in one job: each PAK is printed, and sent to SIASN by the diagram afterwards. */
const PER_JOB = 50;
const LANES = 4;

/** What the diagram goes on with. */
export interface HasilPak {
  /** Rows not yet looked at. */
  readonly sisa: number;
  /** Someone stopped the upload: it waits to be continued, with the PAK that were begun. */
  readonly dihentikan: boolean;
  /** Records of the PAK of this job in the personnel data. */
  readonly pakIds: readonly string[];
}

/**
 * Issues the PAK that are due after the conversions of a case file: in one transaction the snapshot with its number and the
 * months that it counts, then the document, then the record. After a crash it goes on with what was begun; nobody gets a PAK
 * twice. Source: Peraturan BKN 3/2023 Pasal 12(4); domain note 2.3.6, 3.10.
 */
export const terbitkanPak = async (deps: KonversiDeps, caseId: string, signal: AbortSignal): Promise<HasilPak> => {
  if (await dihentikan(deps, caseId)) return { ...(await sisaPak(deps, caseId)), dihentikan: true, pakIds: [] };
  const { rows, nips, instansi } = await deps.db.transaction((tx) => susun(deps, tx, caseId));
  const queue = [...(await deps.db.read((tx) => deps.store(tx).pakOfCase(caseId, nips)))];
  const pakIds: string[] = [];
  let isStopped = false;
  const lane = async (): Promise<void> => {
    for (let pak = queue.shift(); pak !== undefined; pak = queue.shift()) {
      signal.throwIfAborted();
      if (await dihentikan(deps, caseId)) {
        isStopped = true;
        return;
      }
      pakIds.push(pak.catatanId ?? (await cetakDanCatat(deps, pak, instansi, signal)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  // Rows whose PAK are not all printed are looked at again.
  if (!isStopped)
    await deps.db.transaction((tx) =>
      deps.store(tx).setStatusBaris(
        rows.map(({ id }) => id),
        "SELESAI",
      ),
    );
  return { ...(await sisaPak(deps, caseId)), dihentikan: isStopped, pakIds };
};

const sisaPak = async (deps: KonversiDeps, caseId: string): Promise<{ readonly sisa: number }> => ({
  sisa: (await deps.db.read((tx) => deps.store(tx).hitungBaris(caseId))).DITETAPKAN,
});

/** Writes the PAK that are due for the next people. */
const susun = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
): Promise<{
  readonly rows: readonly BarisBerkas[];
  readonly nips: readonly string[];
  readonly instansi: Instansi;
}> => {
  const store = deps.store(tx);
  const { instansiId, penetap, tanggal } = await berkasOfCase(deps, tx, caseId);
  const instansi = await deps.people(tx).instansi(instansiId);
  if (penetap === null || tanggal === null || instansi === undefined)
    throw new Error(`Expected case file '${caseId}' to be determined, but it is not`);
  const rows = await store.barisBerstatus(caseId, "DITETAPKAN", PER_JOB);
  const nips = [...new Set(rows.flatMap(({ periode }) => (periode === null ? [] : [periode.nip])))];
  const { akun } = await rekeningOrang(deps, tx, nips, tanggal);
  const due = [...akun.values()].filter(({ untuk }) => untuk !== null);
  const numbers = await ambilNomor(deps, tx, { dokumen: "ak-pak", instansiId, tanggal }, due.length);
  const units = new Map((await deps.people(tx).unitKerjaOf(instansiId)).map((unit) => [unit.id, unit]));
  const people = new Map(
    (await deps.people(tx).pegawaiByNips(due.map(({ nip }) => nip))).map((each) => [each.nip, each]),
  );
  for (const [at, account] of due.entries()) {
    const { nip, pegawaiId, jenjang, golongan, untuk, baru } = account;
    const pegawai = people.get(nip);
    if (pegawai === undefined || untuk === null) continue;
    const perorangan = peroranganDari(pegawai, jenjang, units.get(pegawai.unitKerjaId), instansi);
    const pak: PakKonversi = {
      id: deps.ids.next(),
      caseId,
      pegawaiId,
      nip,
      jenjang,
      golongan,
      untuk,
      nomor: numbers[at] ?? "",
      tanggal,
      ...bulanDariSampai(baru),
      isi: isiPak(account, untuk, { perorangan, penetap }),
      dokumenId: null,
      catatanId: null,
      batal: null,
    };
    await store.addPak(
      pak,
      baru.map(({ id }) => id),
    );
  }
  if (due.length > 0) await tellIssued(deps, tx, caseId, numbers);
  return { rows, nips, instansi };
};

const tellIssued = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
  numbers: readonly string[],
): Promise<void> =>
  catatPekerjaan(deps, tx, JOB, await deps.cases.get(tx, caseId), {
    action: "pak.issued",
    story: {
      id: `menerbitkan ${numbers.length} PAK, nomor ${numbers.join(", ").slice(0, 400)}`,
      en: `issued ${numbers.length} PAK`,
    },
  });

const cetakDanCatat = async (
  deps: KonversiDeps,
  pak: PakKonversi,
  instansi: Instansi,
  signal: AbortSignal,
): Promise<string> => {
  const request = await deps.db.read((tx) => dokumenPak(deps, tx, pak, instansi));
  const { id: documentId } = await deps.documents.print(request, signal);
  return deps.db.transaction(async (tx) => {
    const { dasar, lama, penyesuaian, integrasi, jumlah } = pak.isi;
    const catatanId = await deps.catatPak(tx, {
      nip: pak.nip,
      jenis: "KONVERSI",
      nomor: pak.nomor,
      tanggal: pak.tanggal,
      masaMulai: pak.masaMulai,
      masaSelesai: pak.masaSelesai,
      akUtama: tulisAk(jumlah.baru),
      akPenunjang: tulisAk(ak(0)),
      akTotal: tulisAk(jumlah.baru),
      pertama: jumlah.lama === dasar.lama && lama.jumlah + penyesuaian.jumlah + integrasi.jumlah === 0,
      documentId,
      sumber: "ALUR",
    });
    await deps.store(tx).setPakTercatat(pak.id, documentId, catatanId);
    return catatanId;
  });
};
