import type { Actor, UnitOfWork, WrittenColumn } from "../../../../src/plugin-api/index.js";
import { forbid, namaLengkap, type Pegawai, tanggalWib } from "../../../kepegawaian/plugin.js";
import { bacaBulan, bulanKe, namaBulan, tulisBulan } from "../../domain/bulan.js";
import { JENJANG, namaJenjang } from "../../domain/jenjang.js";
import type { DuniaPeriksa } from "../../domain/periksa-baris-konversi.js";
import { duniaPeriksa } from "./dunia-periksa.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { lembarKerja } from "./lembar-kerja.js";
import { HANYA_PENILAI, wilayahOf } from "./wilayah.js";

const COLUMNS: readonly WrittenColumn[] = [
  { key: "no", heading: "No", kind: "integer" },
  { key: "nip", heading: "NIP", kind: "text", width: 22 },
  { key: "nama", heading: "Nama", kind: "text", width: 32 },
  { key: "unitKerja", heading: "Unit Kerja", kind: "text", width: 32 },
  { key: "jenjang", heading: "Jenjang", kind: "text" },
  { key: "tahun", heading: "Tahun", kind: "text" },
  { key: "bulanMulai", heading: "Bulan Mulai", kind: "text" },
  { key: "bulanSelesai", heading: "Bulan Selesai", kind: "text" },
  { key: "predikat", heading: "Predikat", kind: "text", width: 20 },
];

/**
 * A spreadsheet to be filled in and uploaded: everybody of the caller's scope with the months of last year that no conversion
 * and no PAK takes up yet, without the grade. The caller is left out: nobody grades oneself. Source: domain note 2.3.2, 2.3.6.
 * @throws {AppError} FORBIDDEN for other roles.
 */
export const lembarPredikat = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  actor: Actor,
): Promise<{ readonly nama: string; readonly bytes: Buffer }> => {
  const wilayah = await wilayahOf(deps, tx, actor);
  if (wilayah === undefined) throw forbid(HANYA_PENILAI.id, HANYA_PENILAI.en);
  const tahun = Number(tanggalWib(deps.clock.now()).slice(0, 4)) - 1;
  const all = await deps.people(tx).pejabatFungsional(wilayah.instansiId, wilayah.unitId);
  const people = all
    .filter(({ id }) => id !== actor.personId)
    .toSorted((a, b) => a.nama.localeCompare(b.nama, "id") || a.nip.localeCompare(b.nip));
  const scope = { ...wilayah, pembuatPegawaiId: actor.personId, menggantiId: null };
  const dunia = await duniaPeriksa(
    deps,
    tx,
    scope,
    people.map(({ nip }) => nip),
  );
  const units = new Map((await deps.people(tx).unitKerjaOf(wilayah.instansiId)).map(({ id, nama }) => [id, nama]));
  const bytes = await lembarKerja(COLUMNS, baris(people, tahun, dunia, units), `Predikat ${tahun}`);
  return { nama: `predikat-${tahun}.xlsx`, bytes };
};

async function* baris(
  people: readonly Pegawai[],
  tahun: number,
  dunia: DuniaPeriksa,
  units: ReadonlyMap<string, string>,
) {
  let no = 0;
  for (const pegawai of people) {
    const { nip, unitKerjaId } = pegawai;
    const jenjang = JENJANG.find((each) => each === pegawai.jenjang);
    for (const [mulai, selesai] of masaKosong(pegawai, tahun, dunia)) {
      yield {
        no: (no += 1),
        nip,
        nama: namaLengkap(pegawai),
        unitKerja: units.get(unitKerjaId) ?? null,
        jenjang: jenjang === undefined ? null : namaJenjang(jenjang),
        tahun: String(tahun),
        bulanMulai: namaBulan(mulai),
        bulanSelesai: namaBulan(selesai),
        predikat: null,
      };
    }
  }
}

/** First and last months of the stretches of a year that are free, from the month in which the position was taken up. */
export const masaKosong = (
  { nip, tmtJabatan }: Pick<Pegawai, "nip" | "tmtJabatan">,
  tahun: number,
  { pemegang }: Pick<DuniaPeriksa, "pemegang">,
): readonly (readonly [mulai: number, selesai: number])[] => {
  const since = bacaBulan(tmtJabatan);
  const free = Array.from({ length: 12 }, (_, at) => at + 1).filter((bulan) => {
    const ke = bulanKe(tahun, bulan);
    return ke >= since && pemegang(nip, tulisBulan(ke)) === undefined;
  });
  const stretches: [number, number][] = [];
  for (const bulan of free) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === bulan - 1) last[1] = bulan;
    else stretches.push([bulan, bulan]);
  }
  return stretches;
};
