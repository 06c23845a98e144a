import type { CaseFact, CaseFile, CaseType, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { tanggalWib, tulisNip, tulisTanggal } from "../../../kepegawaian/plugin.js";
import type { Ak } from "../../domain/ak.js";
import { bacaBulan, bulanDari, namaBulan, tahunDari } from "../../domain/bulan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import type { Ambang } from "../../domain/pak.js";
import { koma } from "../kalimat.js";
import { barisOfCase } from "./baris-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BerkasKonversi, KonversiTetap } from "./konversi-store.js";
import { pakYangDibatalkan } from "./pak-yang-dibatalkan.js";
import { faktaPredikat } from "./putusan-konversi.js";
import { rekeningOrang } from "./rekening-pegawai.js";

const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });
const jumlah = (count: number): string => count.toLocaleString("id-ID");

const ambangTertulis = ({ minimal, kelebihan, kekurangan }: Ambang): string => {
  if (minimal === null) return "tidak ada";
  const rest = kekurangan === null ? `lebih ${koma(kelebihan ?? minimal)}` : `kurang ${koma(kekurangan)}`;
  return `${koma(minimal)} (${rest})`;
};

/** The running account of the person of a case file. */
export const faktaRekening = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
): Promise<readonly CaseFact[]> => {
  const { periode } = await barisOfCase(deps, tx, caseId);
  if (periode === null) return [];
  const { akun, tanpaSaldo } = await rekeningOrang(deps, tx, [periode.nip], tanggalWib(deps.clock.now()));
  if (tanpaSaldo.has(periode.nip))
    return [fact("Saldo awal", "Opening balance", "Belum dicatat; kebutuhan KP dan KJ belum dapat dihitung")];
  const account = akun.get(periode.nip)?.rekening;
  if (account === undefined) return [];
  return [
    fact("Angka kredit kumulatif", "Accumulated credit", koma(account.jumlah)),
    fact("Kebutuhan kenaikan pangkat", "Needed for the next rank", ambangTertulis(account.pangkat)),
    fact("Kebutuhan kenaikan jenjang", "Needed for the next level", ambangTertulis(account.jenjang)),
  ];
};

const konversiOf = async (deps: KonversiDeps, tx: UnitOfWork, id: string | null): Promise<KonversiTetap | undefined> =>
  id === null ? undefined : deps.store(tx).konversi(id);

/** Head of the page of a single person's conversion. */
export const konversiFacts =
  (deps: KonversiDeps): CaseType["facts"] =>
  async (tx, { id, subjectNumber, status }) => {
    const store = deps.store(tx);
    const berkas = await store.berkas(id);
    const [konversi] = await store.konversiOfCase(id);
    const returned = berkas?.alasan ?? "";
    const replaced = await konversiOf(deps, tx, berkas?.menggantiId ?? null);
    const newer = await konversiOf(deps, tx, konversi?.digantiId ?? null);
    return [
      fact("NIP", "Employee number", tulisNip(subjectNumber ?? "")),
      ...(await faktaPredikat(deps, tx, id)),
      ...(replaced === undefined ? [] : [fact("Mengoreksi konversi", "Corrects conversion", replaced.nomor)]),
      ...(konversi === undefined ? [] : [fact("Nomor konversi", "Number", konversi.nomor)]),
      ...(newer === undefined ? [] : [fact("Dikoreksi dengan", "Corrected by", newer.nomor)]),
      ...(status === "DIKEMBALIKAN" && returned !== ""
        ? [fact("Alasan pengembalian", "Reason of the return", returned)]
        : []),
      ...(konversi === undefined ? [] : await faktaRekening(deps, tx, id)),
    ];
  };

const fileFact = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  fileId: string | null,
  label: { readonly id: string; readonly en: string },
): Promise<readonly CaseFact[]> => {
  const file = fileId === null ? undefined : await deps.files.find(tx, fileId);
  return file === undefined ? [] : [{ label, value: file.name, files: [{ id: file.id, name: file.name }] }];
};

/** Head of the page of an upload: progress, faults as a table, recap. */
export const massalFacts =
  (deps: KonversiDeps): CaseType["facts"] =>
  async (tx, { id, subjectName }) => {
    const store = deps.store(tx);
    const berkas = await store.berkas(id);
    if (berkas === undefined) return [];
    const { SAH, BERMASALAH, DITETAPKAN, SELESAI, TERLEWAT } = await store.hitungBaris(id);
    const done = DITETAPKAN + SELESAI;
    return [
      fact("Lingkup", "Scope", subjectName),
      fact("Baris tanpa masalah", "Rows without faults", jumlah(SAH + done + TERLEWAT)),
      fact("Baris bermasalah", "Rows with faults", jumlah(BERMASALAH)),
      ...(berkas.penetap === null ? [] : penetapanFacts(berkas, done, SAH, TERLEWAT)),
      ...(done === 0 ? [] : await cetakFacts(deps, tx, id)),
      ...pesanFacts(berkas),
      ...(await fileFact(deps, tx, berkas.masalahFileId, {
        id: "Unduh baris bermasalah",
        en: "Rows with faults as a table",
      })),
      ...(await fileFact(deps, tx, berkas.rekapFileId, { id: "Unduh rekap", en: "Recap" })),
    ];
  };

/** Why an upload came back: what cannot be read of it, or what the official said. */
export const pesanFacts = ({ pesan, alasan }: BerkasKonversi): readonly CaseFact[] => [
  ...(pesan === null ? [] : [fact("Lembar kerja", "Spreadsheet", pesan)]),
  ...(alasan === null ? [] : [fact("Alasan pengembalian", "Reason of the return", alasan)]),
];

/** Head of the page of an opening balance or a degree. */
export const saldoFacts =
  (deps: KonversiDeps): CaseType["facts"] =>
  async (tx, { id, subjectNumber }) => {
    const store = deps.store(tx);
    const nip = subjectNumber ?? "";
    const saldo = (await store.saldo([nip])).find(({ caseId }) => caseId === id);
    const ijazah = (await store.ijazah([nip])).find(({ caseId }) => caseId === id);
    return [
      ...(saldo === undefined
        ? []
        : [
            fact("Jenjang", "Level", namaJenjang(saldo.jenjang)),
            fact("Golongan ketika masuk jenjang", "Rank on entry", saldo.golonganMasuk),
            saldo.presentasi === "PROPORSIONAL"
              ? fact("Penyajian", "Presentation", "Target proporsional tanpa AK dasar")
              : fact("AK dasar", "Base credit", koma(saldo.akDasar)),
            ...isian("AK jabatan fungsional lama", "Credit of the former position", saldo.akLama),
            ...isian("AK penyesuaian/penyetaraan", "Credit by adjustment", saldo.akPenyesuaian),
            ...isian("AK integrasi", "Credit by integration", saldo.akIntegrasi),
          ]),
      ...(ijazah === undefined
        ? []
        : [
            fact("Jenjang", "Level", namaJenjang(ijazah.jenjang)),
            fact("Ijazah", "Degree", ijazah.tingkat),
            fact("Angka kredit", "Credit", koma(ijazah.ak)),
          ]),
    ];
  };

/** How far the papers are: the longest part of an upload. */
const cetakFacts = async (deps: KonversiDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const { konversi, tercetak, pak } = await deps.store(tx).hitungTerbit(caseId);
  return [
    fact("Konversi tercetak", "Conversions printed", `${jumlah(tercetak)} dari ${jumlah(konversi)}`),
    fact("PAK terbit", "PAK issued", jumlah(pak)),
  ];
};

const isian = (id: string, en: string, value: Ak): readonly CaseFact[] =>
  value === 0 ? [] : [fact(id, en, koma(value))];

/** The PAK that is to be cancelled, and why. */
export const pembatalanFacts = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseFile: Pick<CaseFile, "id" | "title" | "subjectNumber">,
): Promise<readonly CaseFact[]> => {
  const pak = await pakYangDibatalkan(deps, tx, caseFile);
  const alasan = (await deps.store(tx).berkas(caseFile.id))?.alasan ?? null;
  if (pak === undefined) return [];
  const { jenjang, golongan } = pak.isi.menuju;
  const menuju = [jenjang === null ? "" : namaJenjang(jenjang), golongan ?? ""].filter((each) => each !== "");
  return [
    fact("Nomor PAK", "PAK number", pak.nomor),
    fact("Tanggal PAK", "Date of the PAK", tulisTanggal(pak.tanggal)),
    fact("Masa penilaian", "Period", `${sebutBulan(pak.masaMulai)} s/d ${sebutBulan(pak.masaSelesai)}`),
    fact("Angka kredit kumulatif", "Accumulated credit", koma(pak.isi.jumlah.jumlah)),
    fact("Untuk kenaikan ke", "For promotion to", menuju.join(", ")),
    ...(alasan === null ? [] : [fact("Alasan usul pembatalan", "Why it is to be cancelled", alasan)]),
    ...(pak.batal === null
      ? []
      : [fact("Dibatalkan", "Cancelled", `${tulisTanggal(pak.batal.pada)}: ${pak.batal.alasan}`)]),
  ];
};

const sebutBulan = (bulan: string): string => {
  const ke = bacaBulan(bulan);
  return `${namaBulan(bulanDari(ke))} ${tahunDari(ke)}`;
};

const penetapanFacts = (berkas: BerkasKonversi, done: number, waiting: number, missed: number): readonly CaseFact[] => [
  fact("Ditetapkan oleh", "Determined by", `${berkas.penetap?.nama ?? ""}, ${tulisTanggal(berkas.tanggal ?? "")}`),
  fact("Dikonversi", "Converted", `${jumlah(done)} dari ${jumlah(done + waiting + missed)}`),
  ...(missed === 0 ? [] : [fact("Terlewat", "Left out", jumlah(missed))]),
];
