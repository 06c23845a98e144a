import { describe, expect, it } from "@jest/globals";
import { acak, bacaNip, demoPeople, pegawaiSintetis, type Profil } from "../../../plugins/kepegawaian/plugin.js";

describe("synthetic people", () => {
  it("should be the same at every start, with valid and recognisable numbers, each once", () => {
    const people = demoPeople();
    expect(demoPeople()).toEqual(people);
    expect(people).toHaveLength(60);
    expect(new Set(people.map(({ nip }) => nip)).size).toBe(60);
    for (const { nip, tanggalLahir, jenisKelamin } of people) {
      expect(bacaNip(nip, "2026-11-21")).toMatchObject({ ok: true, tanggalLahir, jenisKelamin, peringatan: [] });
      expect(Number(nip.slice(15))).toBeGreaterThanOrEqual(901);
    }
  });

  it("should pass over denied numbers", () => {
    const profil: Profil = {
      id: "p",
      instansi: { id: "i", kota: "k" },
      unit: { id: "u" },
      golongan: "III/c",
      jabatan: "Widyaiswara",
      jenjang: "AHLI_MUDA",
      pendidikan: "S2",
    };
    const first = pegawaiSintetis(profil, acak(7), 2025, () => false);
    const second = pegawaiSintetis(profil, acak(7), 2025, (nip) => nip === first.nip);
    expect(first.nip.endsWith("901")).toBe(true);
    expect(second.nip).toBe(`${first.nip.slice(0, 15)}902`);
  });
});
