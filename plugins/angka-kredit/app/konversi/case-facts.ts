import type { CaseFact, CaseType, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { tanggalWib, tulisNip, tulisTanggal } from "../../../kepegawaian/plugin.js";
import type { Ambang } from "../../domain/pak.js";
import { koma } from "../kalimat.js";
import { barisOfCase } from "./baris-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BerkasKonversi, KonversiTetap } from "./konversi-store.js";
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
      ...(berkas.pesan === null ? [] : [fact("Lembar kerja", "Spreadsheet", berkas.pesan)]),
      ...(berkas.alasan === null ? [] : [fact("Alasan pengembalian", "Reason of the return", berkas.alasan)]),
      ...(await fileFact(deps, tx, berkas.masalahFileId, {
        id: "Unduh baris bermasalah",
        en: "Rows with faults as a table",
      })),
      ...(await fileFact(deps, tx, berkas.rekapFileId, { id: "Unduh rekap", en: "Recap" })),
    ];
  };

const penetapanFacts = (berkas: BerkasKonversi, done: number, waiting: number, missed: number): readonly CaseFact[] => [
  fact("Ditetapkan oleh", "Determined by", `${berkas.penetap?.nama ?? ""}, ${tulisTanggal(berkas.tanggal ?? "")}`),
  fact("Dikonversi", "Converted", `${jumlah(done)} dari ${jumlah(done + waiting + missed)}`),
  ...(missed === 0 ? [] : [fact("Terlewat", "Left out", jumlah(missed))]),
];
