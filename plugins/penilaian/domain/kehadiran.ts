import { type Masalah, masalah } from "../../kepegawaian/plugin.js";
import type { AnggotaSidang } from "./sidang.js";
import { kuorumTercapai, type TimPenilai } from "./tim-penilai.js";

/** Who was there and who held which seat, by name, as the form says it; seats by the keys of the team. */
export interface IsianKehadiran {
  readonly hadir: readonly string[];
  readonly kedudukan: Readonly<Record<string, string>>;
}

type Orang = Pick<AnggotaSidang, "nama" | "nip">;

/** Members of a session with their seats, once `periksaKehadiran` finds nothing. */
export const susunKehadiran = (
  tim: TimPenilai,
  anggota: readonly Orang[],
  { hadir, kedudukan }: IsianKehadiran,
): readonly AnggotaSidang[] => {
  const seatOf = (nama: string): string | undefined =>
    Object.entries(tim.kedudukan).find(([key]) => kedudukan[key] === nama)?.[1];
  return anggota.map(({ nama, nip }) => ({
    nama,
    nip,
    kedudukan: seatOf(nama) ?? "Anggota",
    hadir: hadir.includes(nama),
  }));
};

/**
 * Faults of what was typed: members only, an odd quorum, every seat held by someone present, no one holding two; the
 * first kind of fault found is told. Source: domain note 3.7.
 */
export const periksaKehadiran = (
  tim: TimPenilai,
  anggota: readonly Orang[],
  { hadir, kedudukan }: IsianKehadiran,
): readonly Masalah[] => {
  const present = new Set(hadir);
  const checks = [
    () => orangLain(tim, anggota, present),
    () => tanpaKuorum(tim, anggota.length, present.size),
    () => tidakHadir(tim, kedudukan, present),
    () => merangkap(tim, kedudukan),
  ];
  for (const check of checks) {
    const faults = check();
    if (faults.length > 0) return faults;
  }
  return [];
};

const orangLain = (tim: TimPenilai, anggota: readonly Orang[], present: ReadonlySet<string>): readonly Masalah[] => {
  const unknown = [...present].filter((name) => anggota.every(({ nama }) => nama !== name)).join(", ");
  if (unknown === "") return [];
  return [masalah("anggotaHadir", `Bukan anggota ${tim.nama.id}: ${unknown}`, `No member of the team: ${unknown}`)];
};

const tanpaKuorum = (tim: TimPenilai, anggota: number, hadir: number): readonly Masalah[] => {
  if (kuorumTercapai(tim, hadir, anggota)) return [];
  const least = tim.hadirMinimal(anggota);
  return [
    masalah(
      "anggotaHadir",
      `Anggota yang hadir harus ganjil dan paling sedikit ${least} dari ${anggota}, tetapi ${hadir}`,
      `An odd number of at least ${least} of ${anggota} members must be present, but there are ${hadir}`,
    ),
  ];
};

const tidakHadir = (
  tim: TimPenilai,
  kedudukan: IsianKehadiran["kedudukan"],
  present: ReadonlySet<string>,
): readonly Masalah[] =>
  Object.keys(tim.kedudukan).flatMap((key) => {
    const nama = kedudukan[key] ?? "";
    if (present.has(nama)) return [];
    return [masalah(key, `"${nama}" tidak ada di antara anggota yang hadir`, `"${nama}" is not among those present`)];
  });

const merangkap = (tim: TimPenilai, kedudukan: IsianKehadiran["kedudukan"]): readonly Masalah[] => {
  const seats = Object.keys(tim.kedudukan);
  if (new Set(seats.map((key) => kedudukan[key])).size === seats.length) return [];
  const names = Object.values(tim.kedudukan).join(", ");
  return [masalah("sekretaris", `${names} harus orang yang berbeda`, "Each seat must be held by a person of its own")];
};
