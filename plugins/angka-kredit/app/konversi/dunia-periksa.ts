import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { bacaNip, namaLengkap, type Pegawai, tanggalWib } from "../../../kepegawaian/plugin.js";
import type { PegawaiDinilai } from "../../domain/baris-konversi.js";
import type { DuniaPeriksa } from "../../domain/periksa-baris-konversi.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BerkasKonversi } from "./konversi-store.js";

/** People asked for at a time. */
const PER_QUERY = 500;

/** What rows about these people are checked against, read at once. */
export const duniaPeriksa = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  berkas: Pick<BerkasKonversi, "instansiId" | "unitId" | "pembuatPegawaiId" | "menggantiId">,
  nips: readonly string[],
): Promise<DuniaPeriksa> => {
  const pegawai = new Map<string, PegawaiDinilai>();
  const taken = new Map<string, string>();
  // Periods follow each other: what a PAK has passed over can no longer be filled in (domain note 2.4).
  const closed = new Map<string, { readonly sampai: string; readonly nomor: string }>();
  const known = [...new Set(nips)];
  for (let at = 0; at < known.length; at += PER_QUERY) {
    const some = known.slice(at, at + PER_QUERY);
    for (const each of await deps.people(tx).pegawaiByNips(some)) pegawai.set(each.nip, dinilai(each));
    for (const { nip, bulan, nomor } of await deps.masaPak(tx, some)) {
      if (bulan > (closed.get(nip)?.sampai ?? "")) closed.set(nip, { sampai: bulan, nomor });
    }
    for (const { nip, bulan, konversiId, nomor } of await deps.store(tx).bulanTerpakai(some)) {
      if (konversiId !== berkas.menggantiId) taken.set(`${nip}:${bulan}`, `konversi nomor ${nomor}`);
    }
  }
  const hariIni = tanggalWib(deps.clock.now());
  return {
    hariIni,
    wilayah: berkas,
    pembuatPegawaiId: berkas.pembuatPegawaiId,
    bacaNip: (text) => bacaNip(text, hariIni),
    pegawai,
    pemegang: (nip, bulan) => {
      const pak = closed.get(nip);
      if (pak !== undefined && bulan <= pak.sampai)
        return `PAK nomor ${pak.nomor}, yang menutup masa sampai ${pak.sampai}`;
      return taken.get(`${nip}:${bulan}`);
    },
  };
};

const dinilai = (pegawai: Pegawai): PegawaiDinilai => ({
  id: pegawai.id,
  nip: pegawai.nip,
  nama: namaLengkap(pegawai),
  jenjang: pegawai.jenjang,
  tmtJabatan: pegawai.tmtJabatan,
  instansiId: pegawai.instansiId,
  unitKerjaId: pegawai.unitKerjaId,
  aktif: pegawai.aktif,
});
