import type { PrintRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { headOfInstansi } from "../../../kepegawaian/plugin.js";
import { tulisAk } from "../../domain/ak.js";
import { namaPredikat } from "../../domain/predikat.js";
import { nomorTetap } from "./ambil-nomor.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { dariSampai } from "./dari-sampai.js";
import { dihentikan } from "./hentikan-massal.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { KonversiTetap } from "./konversi-store.js";

const JOB = "cetak-konversi";
/** People of one job, and documents in hand at a time: the browser has two pages, files are written meanwhile. */
const PER_JOB = 100;
const LANES = 4;

/**
 * Prints the Konversi of the next conversions of a case file, and the Akumulasi of each person after the last of them. A
 * document is printed once, whatever happens meanwhile. Source: domain note 3.8, 3.9.
 */
export const cetakKonversi = async (
  deps: KonversiDeps,
  caseId: string,
  signal: AbortSignal,
): Promise<{ readonly sisa: number; readonly dihentikan: boolean }> => {
  // One more than is printed, to see whether the last person has further conversions.
  const found = await deps.db.read((tx) => deps.store(tx).belumDicetak(caseId, PER_JOB + 1));
  const queue = found
    .slice(0, PER_JOB)
    .map((konversi, at) => ({ konversi, isLast: found[at + 1]?.nip !== konversi.nip }));
  let isStopped = queue.length === 0 && (await dihentikan(deps, caseId));
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      signal.throwIfAborted();
      if (await dihentikan(deps, caseId)) {
        isStopped = true;
        return;
      }
      await cetakSatu(deps, next.konversi, next.isLast, signal);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { sisa: Math.max(0, found.length - PER_JOB), dihentikan: isStopped };
};

const cetakSatu = async (
  deps: KonversiDeps,
  konversi: KonversiTetap,
  isLast: boolean,
  signal: AbortSignal,
): Promise<void> => {
  const printed = await deps.documents.print(await deps.db.read((tx) => dokumenKonversi(deps, tx, konversi)), signal);
  if (isLast)
    await deps.documents.print(await deps.db.transaction((tx) => dokumenAkumulasi(deps, tx, konversi)), signal);
  await deps.db.transaction((tx) => deps.store(tx).setDokumen(konversi.id, printed.id));
};

const kerangka = async (deps: KonversiDeps, tx: UnitOfWork, konversi: KonversiTetap) => {
  const { instansiId } = await berkasOfCase(deps, tx, konversi.caseId);
  const instansi = await deps.people(tx).instansi(instansiId);
  if (instansi === undefined) throw new Error(`Expected instansi '${instansiId}', but there is none`);
  const head = await headOfInstansi(deps, tx, instansi);
  const { jabatan, nama, nip } = konversi.penetap;
  return {
    kop: head.kop,
    instansi: instansi.nama,
    pegawai: konversi.perorangan,
    penetapan: { tempat: head.penetapan.tempat, tanggal: konversi.tanggal },
    penandatangan: { jabatan, nama, nip },
    tembusan: ["Pegawai yang bersangkutan", "Pimpinan unit kerja", "Pejabat pengelola kepegawaian"],
  };
};

/** The Konversi of one conversion as it is printed. */
export const dokumenKonversi = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  konversi: KonversiTetap,
): Promise<PrintRequest> => {
  const { id, caseId, nomor, menggantiId, predikat, persentase, koefisien, angkaKredit } = konversi;
  const replaced = menggantiId === null ? undefined : await deps.store(tx).konversi(menggantiId);
  return {
    caseId,
    template: "angka-kredit/konversi",
    title: `Konversi Predikat Kinerja ${konversi.perorangan.nama}`,
    number: nomor,
    data: {
      ...(await kerangka(deps, tx, konversi)),
      nomor,
      periode: dariSampai([konversi]),
      hasil: {
        predikat: namaPredikat(predikat),
        persentase,
        koefisien: tulisAk(koefisien),
        bulan: konversi.bulanSelesai - konversi.bulanMulai + 1,
        angkaKredit: tulisAk(angkaKredit),
      },
    },
    key: `ak:konversi:${id}`,
    issuedBy: `system:${JOB}`,
    corrects: replaced?.dokumenId ?? null,
  };
};

/** The Akumulasi of a person after a conversion as it is printed. */
export const dokumenAkumulasi = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  konversi: KonversiTetap,
): Promise<PrintRequest> => {
  const { id, caseId, tanggal, akumulasi } = konversi;
  const { instansiId } = await berkasOfCase(deps, tx, caseId);
  const nomor = await nomorTetap(deps, tx, `ak-akumulasi:${id}`, { dokumen: "ak-akumulasi", instansiId, tanggal });
  return {
    caseId,
    template: "angka-kredit/akumulasi",
    title: `Akumulasi Angka Kredit ${konversi.perorangan.nama}`,
    number: nomor,
    data: {
      ...(await kerangka(deps, tx, konversi)),
      nomor,
      periode: dariSampai(akumulasi.baris),
      baris: akumulasi.baris.map((each) => ({
        tahun: each.tahun,
        bulanMulai: each.bulanMulai,
        bulanSelesai: each.bulanSelesai,
        predikat: namaPredikat(each.predikat),
        persentase: each.persentase,
        koefisien: tulisAk(each.koefisien),
        angkaKredit: tulisAk(each.angkaKredit),
      })),
      jumlah: tulisAk(akumulasi.jumlah),
    },
    key: `ak:akumulasi:${id}`,
    issuedBy: `system:${JOB}`,
  };
};
