import { describe, expect, it } from "@jest/globals";
import { timJfk } from "../../../plugins/edupak/domain/tim-jfk.js";
import { periksaKehadiran, susunKehadiran } from "../../../plugins/penilaian/domain/kehadiran.js";
import { TPP } from "../../../plugins/siwi/domain/tim-penilai-pusat.js";

const TIM = timJfk({ anggotaMinimal: 7, kuorumLebihDariPersen: 50 });
const NAMES = ["Ani", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita"];
const anggota = NAMES.map((nama, place) => ({ nama, nip: `19900101201504290${place}` }));
const seats = { ketua: "Ani", wakil: "Budi", sekretaris: "Citra" };

/** Column and sentence of each fault. */
const faults = (hadir: readonly string[], kedudukan: Readonly<Record<string, string>> = seats, tim = TIM) =>
  periksaKehadiran(tim, anggota, { hadir, kedudukan }).map(({ kolom, id }) => [kolom, id]);

describe("attendance of a session", () => {
  it("should accept an odd quorum with every seat held", () => {
    expect(faults(NAMES.slice(0, 5))).toEqual([]);
    expect(faults(NAMES.slice(0, 3), seats, TPP)).toEqual([]);
  });

  it("should name who is no member, before anything else", () => {
    expect(faults(["Ani", "Orang Lain"], {}, TPP)).toEqual([["anggotaHadir", "Bukan anggota TPP: Orang Lain"]]);
  });

  it.each([
    [TIM, 3, "Anggota yang hadir harus ganjil dan paling sedikit 4 dari 7, tetapi 3"],
    [TIM, 6, "Anggota yang hadir harus ganjil dan paling sedikit 4 dari 7, tetapi 6"],
    [TPP, 2, "Anggota yang hadir harus ganjil dan paling sedikit 3 dari 7, tetapi 2"],
  ])("should say what the quorum lacks (%#)", (tim, count, text) => {
    expect(faults(NAMES.slice(0, count), seats, tim)).toEqual([["anggotaHadir", text]]);
  });

  it("should name every seat that nobody present holds", () => {
    expect(faults(NAMES.slice(0, 5), { ...seats, ketua: "Gita", wakil: "" })).toEqual([
      ["ketua", '"Gita" tidak ada di antara anggota yang hadir'],
      ["wakil", '"" tidak ada di antara anggota yang hadir'],
    ]);
  });

  it("should refuse one person in two seats", () => {
    expect(faults(NAMES.slice(0, 5), { ...seats, wakil: "Ani" })).toEqual([
      ["sekretaris", "Ketua, Wakil Ketua, Sekretaris harus orang yang berbeda"],
    ]);
  });

  it("should list all members with seat and presence", () => {
    const found = susunKehadiran(TIM, anggota, { hadir: NAMES.slice(0, 5), kedudukan: seats });
    expect(found.map(({ kedudukan }) => kedudukan)).toEqual([
      "Ketua",
      "Wakil Ketua",
      "Sekretaris",
      "Anggota",
      "Anggota",
      "Anggota",
      "Anggota",
    ]);
    expect(found.filter(({ hadir }) => !hadir).map(({ nama }) => nama)).toEqual(["Fajar", "Gita"]);
  });
});
