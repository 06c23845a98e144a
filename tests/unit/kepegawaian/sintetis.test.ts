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

  it("should have lives that fit the period that the demo assesses, January to June 2021", () => {
    const years = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
    for (const { nip, tanggalLahir, tmtGolongan, tmtJabatan } of demoPeople()) {
      const tmtCpns = `${nip.slice(8, 12)}-${nip.slice(12, 14)}-01`;
      expect(years(tanggalLahir, tmtCpns)).toBeGreaterThan(18);
      expect(years(tanggalLahir, tmtCpns)).toBeLessThan(35);
      expect(years(tanggalLahir, "2021-06-30")).toBeLessThan(60);
      expect(tmtGolongan > tmtCpns && tmtGolongan <= "2020-04-01").toBe(true);
      expect(tmtJabatan > tmtCpns && tmtJabatan <= "2020-04-01").toBe(true);
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
