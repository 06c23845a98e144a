import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan, JENJANG, namaJenjang, PENDIDIKAN } from "../../angka-kredit/plugin.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import type { Perorangan } from "../domain/dupak.js";
import { refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** A widyaiswara as the personnel data say now, with the agency's team. */
export interface Widyaiswara {
  readonly perorangan: Perorangan;
  readonly punyaTpi: boolean;
  /** Since when the NIWN is out of use, as an ISO date; null while it is in use. */
  readonly nonaktifSejak: string | null;
}

/**
 * Reads the person behind an account.
 * @returns undefined when there is none or it is no widyaiswara. @throws {AppError} INVALID_STATE when the data are not usable.
 */
export const readWidyaiswara = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  personId: string | null,
): Promise<Widyaiswara | undefined> => {
  const people = deps.people(tx);
  const pegawai = personId === null ? undefined : await people.pegawai(personId);
  if (pegawai === undefined || pegawai.jabatan !== "Widyaiswara") return undefined;
  const instansi = await people.instansi(pegawai.instansiId);
  const unit = await people.unitKerja(pegawai.unitKerjaId);
  const niwn = await deps.store(tx).niwnByNip(pegawai.nip);
  const jenjang = JENJANG.find((each) => each === pegawai.jenjang);
  const { golongan } = pegawai;
  if (instansi === undefined || jenjang === undefined || !adalahGolongan(golongan)) {
    throw refuse(
      "Data kepegawaian Anda belum lengkap (instansi, jenjang, atau golongan). Hubungi Admin Instansi.",
      "Your personnel data are incomplete (agency, level or grade). Ask the agency's administrator.",
    );
  }
  return {
    punyaTpi: instansi.punyaTpi,
    nonaktifSejak: niwn?.nonaktif?.pada ?? null,
    perorangan: {
      pegawaiId: pegawai.id,
      nama: namaLengkap(pegawai),
      nip: pegawai.nip,
      niwn: niwn?.niwn ?? null,
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
    },
  };
};
