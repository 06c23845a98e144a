import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan, JENJANG, namaJenjang, PENDIDIKAN } from "../../angka-kredit/plugin.js";
import { type Instansi, namaLengkap, type Pegawai, type UnitKerja } from "../../kepegawaian/plugin.js";
import type { Perorangan } from "../domain/perorangan.js";

/** What a person is read with. */
export interface PeroranganDeps {
  readonly people: (tx: UnitOfWork) => {
    instansi(id: string): Promise<Instansi | undefined>;
    unitKerja(id: string): Promise<UnitKerja | undefined>;
  };
}

/** An employee as the personnel data say now. @returns undefined when instansi, jenjang or golongan are not usable. */
export const peroranganDari = async (
  deps: PeroranganDeps,
  tx: UnitOfWork,
  pegawai: Pegawai,
): Promise<Perorangan | undefined> => {
  const people = deps.people(tx);
  const instansi = await people.instansi(pegawai.instansiId);
  const unit = await people.unitKerja(pegawai.unitKerjaId);
  const jenjang = JENJANG.find((each) => each === pegawai.jenjang);
  const { golongan } = pegawai;
  if (instansi === undefined || jenjang === undefined || !adalahGolongan(golongan)) return undefined;
  return {
    pegawaiId: pegawai.id,
    nama: namaLengkap(pegawai),
    nip: pegawai.nip,
    karpeg: pegawai.noKarpeg === "" ? null : pegawai.noKarpeg,
    tempatLahir: pegawai.tempatLahir,
    tanggalLahir: pegawai.tanggalLahir,
    jenisKelamin: pegawai.jenisKelamin,
    pendidikan: pegawai.pendidikan,
    pendidikanDiperhitungkan: PENDIDIKAN.find((each) => each === pegawai.pendidikanDiperhitungkan) ?? null,
    golongan,
    tmtGolongan: pegawai.tmtGolongan,
    jabatan: `${pegawai.jabatan} ${namaJenjang(jenjang)}`,
    jenjang,
    tmtJabatan: pegawai.tmtJabatan,
    unitKerja: unit?.nama ?? "-",
    instansiId: instansi.id,
    instansi: instansi.nama,
    kota: instansi.kota,
  };
};
