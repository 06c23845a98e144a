import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { absent, headOf } from "../../kepegawaian/plugin.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import type { Putusan, PutusanSidang } from "./edupak-store.js";

/** Prints the berita acara of a session. Source: domain note 3.7. */
export const printMinutes = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const { nomor, data } = await deps.db.read((tx) => minutesData(deps, tx, caseId));
  const printed = await deps.documents.print(
    {
      caseId,
      template: "edupak/berita-acara",
      title: "Berita Acara Sidang",
      number: nomor,
      data,
      key: `edupak:berita-acara:${caseId}`,
      issuedBy: "system:print-berita-acara-jfk",
    },
    signal,
  );
  return printed.id;
};

const minutesData = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string) => {
  const store = deps.store(tx);
  const sidang = await store.sidangByCase(caseId);
  if (sidang === undefined) throw absent("session", caseId);
  const putusan = await store.putusan(sidang.id);
  const baris: Awaited<ReturnType<typeof line>>[] = [];
  for (const each of putusan) baris.push(await line(deps, tx, each));
  const data = {
    ...(await headOf(deps, tx, LINGKUP_TIM)),
    nomor: sidang.nomor,
    jabatanFungsional: JABATAN,
    namaTim: "Tim Penilai",
    sidang: { tanggal: sidang.tanggal, pukul: sidang.pukul, tempat: sidang.tempat },
    dasar: { keputusan: sidang.dasarKeputusan, tanggal: sidang.dasarTanggal },
    anggota: sidang.anggota,
    jumlahAnggota: sidang.anggota.length,
    jumlahHadir: sidang.anggota.filter(({ hadir }) => hadir).length,
    baris,
    perbedaanPendapat: sidang.perbedaanPendapat,
    catatan: putusan.flatMap(({ catatan }) => catatan ?? []),
  };
  return { nomor: sidang.nomor, data };
};

const OTHERWISE: Readonly<Record<Exclude<Putusan, "DITETAPKAN">, string>> = {
  DITUNDA: "Ditunda",
  DINILAI_ULANG: "Dinilai ulang",
  DIKEMBALIKAN: "Dikembalikan",
};

const line = async (deps: EdupakDeps, tx: UnitOfWork, { dupakCaseId, putusan }: PutusanSidang) => {
  const { dupak, rows, aturan } = await dupakContext(deps, tx, dupakCaseId);
  const { jumlah, kebutuhan, memenuhi } = hasilPenilaian(dupak, rows, aturan);
  const { nama, nip, golongan, instansi } = dupak.perorangan;
  const tujuan = kebutuhan === null ? "" : ` (${kebutuhan.golonganTujuan})`;
  return {
    nama,
    nip,
    golongan,
    instansi,
    akLama: jumlah.lama,
    akBaru: jumlah.baru,
    jumlah: jumlah.jumlah,
    putusan: putusan !== "DITETAPKAN" ? OTHERWISE[putusan] : `${memenuhi ? "Memenuhi" : "Belum memenuhi"}${tujuan}`,
  };
};
