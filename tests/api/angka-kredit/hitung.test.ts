import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { hitung } from "../../support/hitung.js";

describe("POST /api/angka-kredit/hitung", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur({ demo: false });
  });
  afterAll(() => world.close());

  /** As a program of another office would ask: no session, no cookie, no token. */
  const ask = (body: string, contentType = "application/json"): Promise<Response> =>
    fetch(`${world.url}/api/angka-kredit/hitung`, {
      method: "POST",
      headers: { "content-type": contentType },
      body,
    });

  const requests = [
    { perhitungan: "pendidikan", jenjang: "AHLI_MUDA", sudahDiperhitungkan: false },
    { perhitungan: "pendidikan", jenjang: "MUDA", sudahDiperhitungkan: false },
    { perhitungan: "nip", nip: "199001012015042901" },
    { perhitungan: "nilai-pelatihan", nilai: "90.005" },
    { perhitungan: "niwn-baca", niwn: "19600415 1506 1 0037" },
    { perhitungan: "butir", jenjang: "AHLI_MUDA", baris: [{ kode: "12", jenisJabatan: "WIDYAISWARA", volume: 45 }] },
  ];

  it("should answer everyone like the command, from the reference data of the installation", async () => {
    const response = await ask(JSON.stringify(requests));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await hitung(requests));
  });

  it("should answer one request by one answer", async () => {
    const [first] = requests;
    expect(await (await ask(JSON.stringify(first))).json()).toEqual(await hitung(first));
  });

  it("should give the explanations of the public page in English beside the Indonesian ones, when asked", async () => {
    const asked = [
      {
        perhitungan: "konversi",
        periode: [
          { jenjang: "AHLI_PERTAMA", tahun: 2024, bulanMulai: 1, bulanSelesai: 2, predikat: "BAIK" },
          { jenjang: "AHLI_MUDA", tahun: 2024, bulanMulai: 3, bulanSelesai: 12, predikat: "BAIK" },
        ],
      },
      { perhitungan: "pak", jenjang: "AHLI_MUDA", golongan: "III/c", akKonversi: "112.500" },
      { perhitungan: "integrasi", golongan: "III/c", akKonvensional: "287,500", lokal: "id" },
      {
        perhitungan: "kenaikan",
        jenjang: "AHLI_MUDA",
        golongan: "III/c",
        angkaKredit: "62.500",
        tanggal: "2026-04-01",
        tmtPangkat: "2024-10-01",
        tmtJabatan: "2023-01-01",
        predikat: [{ tahun: 2025, predikat: "BAIK" }],
        lowongan: false,
        lulusUjiKompetensi: false,
      },
    ];
    const response = await fetch(`${world.url}/api/angka-kredit/hitung?bahasa=en`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
    });
    const answers = (await response.json()) as { penjelasan: string[]; penjelasanEn: string[] }[];
    for (const { penjelasan, penjelasanEn } of answers) {
      expect(penjelasanEn).toHaveLength(penjelasan.length);
      expect(penjelasanEn.filter((text) => penjelasan.includes(text))).toEqual([]);
      expect(penjelasanEn.join(" ")).not.toMatch(/\b(dan|yang|angka|kredit|belum|untuk)\b/);
    }
    expect(answers[0]?.penjelasanEn[0]).toBe(
      "January–February 2024, Ahli Pertama, Baik: 2/12 × 100% × 12,500 = 2,083.",
    );
    expect(answers.map(({ penjelasan }) => ({ penjelasan }))).toEqual(
      ((await hitung(asked)) as { penjelasan: string[] }[]).map(({ penjelasan }) => ({ penjelasan })),
    );
  });

  it("should refuse what is no JSON as the platform does", async () => {
    expect((await ask("{")).status).toBe(400);
    expect((await ask("perhitungan=pak", "application/x-www-form-urlencoded")).status).toBe(415);
  });

  it("should slow down an address that asks too often", async () => {
    for (let batch = 0; batch < 20; batch++) await Promise.all(Array.from({ length: 30 }, () => ask("{}")));
    const refused = await ask("{}");
    expect(await refused.json()).toMatchObject({ status: 429, code: "TOO_MANY" });
  });

  it("should be described", async () => {
    const description = await (await fetch(`${world.url}/api/openapi.json`)).text();
    expect(description).toContain("/angka-kredit/hitung");
  });
});
