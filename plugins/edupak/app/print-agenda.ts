import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, ak, jumlahAk, NOL, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, headOf, signerOf } from "../../kepegawaian/plugin.js";
import { diusulkan } from "../domain/hasil.js";
import { jumlahKelompok } from "../domain/kelompok-pak.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { pegawaiRingkas } from "./pegawai-cetak.js";

/** Prints the list of DUPAK that a session is about, for its members to read before. Source: domain note 3.7. */
export const printAgenda = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const data = await deps.db.read((tx) => agendaData(deps, tx, caseId));
  const printed = await deps.documents.print(
    {
      caseId,
      template: "edupak/daftar-dupak",
      title: "Daftar DUPAK",
      number: null,
      data,
      key: `edupak:daftar-dupak:${caseId}`,
      issuedBy: "system:print-daftar-dupak-jfk",
    },
    signal,
  );
  return printed.id;
};

const agendaData = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string) => {
  const sidang = await deps.sidang(tx).sidangByCase(caseId);
  if (sidang === undefined) throw absent("session", caseId);
  const lines: Awaited<ReturnType<typeof line>>[] = [];
  for (const each of sidang.dupakCaseIds) lines.push(await line(deps, tx, each));
  const sum = (amounts: readonly Ak[]): string => tulisAk(amounts.reduce((total, each) => ak(total + each), NOL));
  const otherwise = { jabatan: "Sekretaris Tim Penilai", nama: null, nip: null };
  return {
    ...(await headOf(deps, tx, LINGKUP_TIM)),
    jabatanFungsional: JABATAN,
    instansi: "Tim Penilai",
    sidang: { tanggal: sidang.tanggal, pukul: sidang.pukul, tempat: sidang.tempat },
    masaPenilaian: null,
    nomorSuratUsul: null,
    baris: lines
      .toSorted((a, b) => a.instansi.localeCompare(b.instansi, "id") || a.nama.localeCompare(b.nama, "id"))
      .map(({ lama, usul, ...each }) => ({ ...each, akLama: tulisAk(lama), akUsul: tulisAk(usul) })),
    jumlah: { akLama: sum(lines.map(({ lama }) => lama)), akUsul: sum(lines.map(({ usul }) => usul)) },
    penandatangan: await signerOf(deps, tx, LINGKUP_TIM, "SEKRETARIS_TIM_JFK", otherwise),
  };
};

const line = async (deps: EdupakDeps, tx: UnitOfWork, dupakCaseId: string) => {
  const { dupak, rows } = await dupakContext(deps, tx, dupakCaseId);
  const { perorangan, nomorSuratUsul } = dupak;
  return {
    ...pegawaiRingkas(perorangan),
    golongan: perorangan.golongan,
    instansi: perorangan.instansi,
    unitKerja: `${perorangan.unitKerja}, ${perorangan.instansi}`,
    masaPenilaian: masaCetak(dupak),
    lama: jumlahKelompok(dupak.lama),
    usul: jumlahAk(rows.map(diusulkan)),
    keterangan: nomorSuratUsul === null ? null : `Surat usul ${nomorSuratUsul}`,
  };
};
