import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { siasnAccess } from "../../../plugins/kepegawaian/data/siasn/siasn-access.js";
import { SiasnClient } from "../../../plugins/kepegawaian/data/siasn/siasn-client.js";
import { demoPeople } from "../../../plugins/kepegawaian/plugin.js";
import { siasnConfig } from "../../../plugins/kepegawaian/settings.js";
import { ControlledClock } from "../../../src/platform/index.js";
import { type SiasnRow, siasnRow } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";

const [person] = demoPeople();
if (person === undefined) throw new Error("Expected demo people");
const { nip } = person;
const KREDIT = {
  nomor: "PAK/1/2021",
  tanggal: "2021-07-15",
  jenis: "KONVERSI" as const,
  pertama: false,
  masaMulai: "2021-01",
  masaSelesai: "2021-06",
  akUtama: "20.833",
  akPenunjang: "0.000",
  akTotal: "20.833",
  pnsId: `PNS-${nip}`,
  rwJabatanId: "RWJ-1",
};

describe("the client of the SIASN web service", () => {
  let changed: SiasnRow = {};
  let server: SiasnServer;
  let clock: ControlledClock;

  const clientWith = (more: Readonly<Record<string, string>> = {}): SiasnClient => {
    const config = siasnConfig(server.environment({ "instansi-a": "S1" }, more));
    if (config === null) throw new Error("Expected a complete configuration");
    return new SiasnClient(siasnAccess(config, clock));
  };
  const failureOf = async (promise: Promise<unknown>) => {
    const error = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error("Expected a failure");
    return error;
  };

  beforeEach(async () => {
    changed = {};
    clock = new ControlledClock("2026-03-02T01:00:00Z");
    server = await new SiasnServer({
      person: (asked) => (asked === nip ? siasnRow(person, "BPSDM", "S1", changed) : undefined),
      tokenSeconds: 3600,
    }).start();
  });
  afterEach(() => server.stop());

  it("should read a person with both tokens, dates as ISO, the level apart from the position", async () => {
    const { isi, sumberPada } = await clientWith().dataUtama(nip);
    expect(isi).toMatchObject({
      nip,
      jabatan: "Widyaiswara",
      jenjang: "AHLI_MUDA",
      tmtGolongan: person.tmtGolongan,
      tanggalLahir: person.tanggalLahir,
      unitNama: "BPSDM",
      instansiSiasnId: "S1",
    });
    expect(sumberPada).not.toBeNull();
  });

  it("should leave nothing with the signal of its caller, who asks for thousands", async () => {
    const caller = new AbortController();
    await clientWith().dataUtama(nip, caller.signal);
    await failureOf(clientWith().dataUtama("199001012015031999", caller.signal));
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  it("should keep the tokens until shortly before their end", async () => {
    const client = clientWith();
    await Promise.all([client.dataUtama(nip), client.dataUtama(nip), client.riwayatKredit(nip)]);
    expect(server.asked(/token$/u)).toBe(2);
    clock.advance(3_600_000 - 20_000);
    await client.dataUtama(nip);
    expect(server.asked(/token$/u)).toBe(4);
  });

  it("should fetch both tokens anew when one is refused, and only then", async () => {
    const client = clientWith();
    await client.dataUtama(nip);
    server.endTokens();
    await client.dataUtama(nip);
    expect(server.asked(/token$/u)).toBe(4);
    server.plan(/data-utama/u, { status: 401 }, 2);
    expect(await failureOf(client.dataUtama(nip))).toMatchObject({ sebab: "DITOLAK_MASUK" });
  });

  it("should say which variables to check when the credentials are refused, without showing them", async () => {
    const wrong = clientWith({ ALUR_SIASN_SSO_PASSWORD: "salah-sekali" });
    const { message } = await failureOf(wrong.dataUtama(nip));
    expect(message).toContain("ALUR_SIASN_SSO_PASSWORD");
    expect(message).not.toContain("salah-sekali");
  });

  it.each([
    ["429 with Retry-After", { status: 429, headers: { "retry-after": "0" } }],
    ["500", { status: 500 }],
    ["a broken connection", "cut" as const],
  ])("should try again after %s, three times in all", async (_, fault) => {
    const client = clientWith();
    server.plan(/data-utama/u, fault, 2);
    expect((await client.dataUtama(nip)).isi.nip).toBe(nip);
    expect(server.asked(/data-utama/u)).toBe(3);
    server.plan(/data-utama/u, fault, 3);
    expect(await failureOf(client.dataUtama(nip))).toMatchObject({ sebab: "TIDAK_TERSEDIA", sementara: true });
  });

  it("should leave a server alone that asks for a long rest", async () => {
    server.plan(/data-utama/u, { status: 429, headers: { "retry-after": "3600" } });
    expect(await failureOf(clientWith().dataUtama(nip))).toMatchObject({ sebab: "TIDAK_TERSEDIA" });
    expect(server.asked(/data-utama/u)).toBe(1);
  });

  it("should not wait for ever", async () => {
    server.plan(/data-utama/u, "silence", 3);
    const { message } = await failureOf(clientWith({ ALUR_SIASN_TIMEOUT: "1" }).dataUtama(nip));
    expect(message).toContain("tidak menjawab dalam 1 detik");
  }, 20_000);

  it("should tell a person unknown to SAPK from a failure", async () => {
    const { message } = await failureOf(clientWith().dataUtama("199001012015041999"));
    expect(message).toContain("NIP 199001012015041999 tidak dikenal SAPK");
    server.plan(/data-utama/u, { status: 404 });
    expect(await failureOf(clientWith().dataUtama(nip))).toMatchObject({ sebab: "TIDAK_DIKENAL" });
  });

  it.each([
    ["nipBaru", { nipBaru: "1990" }, "18 angka"],
    ["tglLahir", { tglLahir: "31-02-2020" }, "kalender"],
    ["tmtGolAkhir", { tmtGolAkhir: "2020-04-01" }, "dd-mm-yyyy"],
    ["golRuangAkhir", { golRuangAkhir: "III/e" }, "golongan"],
    ["nama", { nama: "" }, "kosong"],
    ["unorNama", { unorNama: 12 }, "teks"],
    ["nama", { nama: "a\u0000b" }, "kendali"],
  ])("should name the field '%s' of %j", async (field, wrong, expected) => {
    changed = wrong;
    const error = await failureOf(clientWith().dataUtama(nip));
    expect(error).toMatchObject({ sebab: "DATA_RUSAK" });
    expect(error.message).toContain(`salah pada ${field}`);
    expect(error.message).toContain(expected);
  });

  it("should refuse the data of someone else", async () => {
    changed = { nipBaru: "199001012015042901" };
    const { message } = await failureOf(clientWith().dataUtama(nip));
    expect(message).toContain(`diminta NIP ${nip}, dijawab nipBaru 199001012015042901`);
  });

  it.each([["<html>Bad gateway</html>"], ["[]"], ['"x"'], [""]])("should refuse the answer %j", async (text) => {
    server.plan(/data-utama/u, { text });
    expect(await failureOf(clientWith().dataUtama(nip))).toMatchObject({ sebab: "DATA_RUSAK" });
  });

  it("should fill gaps of data-utama from the newest row of the lists, and ask them for nothing else", async () => {
    await clientWith().dataUtama(nip);
    expect(server.asked(/rw-/u)).toBe(0);
    changed = { tmtJabatan: null, tmtGolAkhir: "", pendidikanTerakhirNama: null };
    server.addTo("rw-jabatan", nip, { id: "J2", namaJabatan: "Widyaiswara Ahli Muda", tmtJabatan: "01-03-2020" });
    server.addTo("rw-jabatan", nip, { id: "J1", namaJabatan: "Widyaiswara Ahli Pertama", tmtJabatan: "01-03-2016" });
    server.addTo("rw-golongan", nip, { golongan: "III/c", tmtGolongan: "01-04-2019" });
    server.addTo("rw-pendidikan", nip, { pendidikanNama: "S2 Manajemen", tglLulus: "12-08-2014" });
    const { isi } = await clientWith().dataUtama(nip);
    expect(isi).toMatchObject({
      tmtJabatan: "2020-03-01",
      tmtGolongan: "2019-04-01",
      pendidikan: "S2 Manajemen",
      jabatan: "Widyaiswara",
    });
    expect(await clientWith().riwayatJabatanTerakhir(nip)).toBe("J2");
    server.lists.delete(`rw-golongan/${nip}`);
    expect((await failureOf(clientWith().dataUtama(nip))).message).toContain("tmtGolAkhir kosong");
  });

  const aCredit = (more: SiasnRow = {}): SiasnRow => ({
    id: "RWAK-9",
    nomorSk: "800/1/2020",
    tanggalSk: "15-07-2020",
    bulanMulaiPenailan: "1",
    tahunMulaiPenailan: "2020",
    bulanSelesaiPenailan: "6",
    tahunSelesaiPenailan: "2020",
    kreditUtamaBaru: "12.5",
    kreditPenunjangBaru: null,
    kreditBaruTotal: 12.5,
    isAngkaKreditPertama: "0",
    isIntegrasi: "1",
    isKonversi: false,
    ...more,
  });

  it("should read the record of credit exactly", async () => {
    server.addTo("rw-angkakredit", nip, aCredit());
    expect(await clientWith().riwayatKredit(nip)).toEqual([
      {
        siasnId: "RWAK-9",
        nomor: "800/1/2020",
        tanggal: "2020-07-15",
        jenis: "INTEGRASI",
        pertama: false,
        masaMulai: "2020-01",
        masaSelesai: "2020-06",
        akUtama: "12.500",
        akPenunjang: "0.000",
        akTotal: "12.500",
      },
    ]);
  });

  it.each([
    ["0.bulanSelesaiPenailan", { bulanSelesaiPenailan: "13" }],
    ["0.tanggalSk", { tanggalSk: "31-02-2020" }],
    ["0.kreditBaruTotal", { kreditBaruTotal: "287.500,5" }],
    ["0.kreditUtamaBaru", { kreditUtamaBaru: 0.1234 }],
  ])("should name '%s' of a record of credit", async (field, wrong) => {
    server.addTo("rw-angkakredit", nip, aCredit(wrong));
    expect((await failureOf(clientWith().riwayatKredit(nip))).message).toContain(`salah pada ${field}`);
  });

  it("should save credit under the service's own keys, once, and upload to it", async () => {
    const client = clientWith();
    const riwayatId = await client.simpanKredit(KREDIT);
    expect(JSON.parse(server.questions.find(({ path }) => path.endsWith("save"))?.body ?? "")).toEqual({
      bulanMulaiPenailan: "1",
      tahunMulaiPenailan: "2021",
      bulanSelesaiPenailan: "6",
      tahunSelesaiPenailan: "2021",
      isAngkaKreditPertama: "0",
      isIntegrasi: "0",
      isKonversi: "1",
      kreditUtamaBaru: "20.833",
      kreditPenunjangBaru: "0.000",
      kreditBaruTotal: "20.833",
      nomorSk: "PAK/1/2021",
      tanggalSk: "15-07-2021",
      pnsId: `PNS-${nip}`,
      rwJabatanId: "RWJ-1",
    });
    expect(await client.riwayatKredit(nip)).toMatchObject([{ siasnId: riwayatId, nomor: "PAK/1/2021" }]);
    if (riwayatId === null) throw new Error("Expected an id");
    await client.unggahDokumen({ riwayatId, jenis: "879", nama: "pak.pdf", isi: new Uint8Array([37, 80]) });
    expect(server.uploads).toMatchObject([{ riwayatId, jenis: "879" }]);
  });

  it.each([
    ["as a number", { mapData: { rwAngkaKreditId: 4711 } }, "4711"],
    ["not at all", { mapData: null }, null],
    ["empty", { mapData: { rwAngkaKreditId: "" } }, null],
    ["beside other keys", { mapData: { rwAngkaKreditId: "A8AC", lain: 1 }, code: 1 }, "A8AC"],
  ])("should take what is saved although its id is told %s", async (_how, body, id) => {
    server.plan(/save$/u, { status: 200, body: { success: true, message: "success", ...body } });
    expect(await clientWith().simpanKredit(KREDIT)).toBe(id);
  });

  it("should not send a saving twice by itself, and quote why it was refused", async () => {
    const client = clientWith();
    server.plan(/save$/u, { status: 502 });
    expect(await failureOf(client.simpanKredit(KREDIT))).toMatchObject({ sebab: "TIDAK_TERSEDIA" });
    expect(server.asked(/save$/u)).toBe(1);
    server.plan(/save$/u, { status: 200, body: { success: false, message: "Angka kredit tidak urut" } });
    const refused = await failureOf(client.simpanKredit(KREDIT));
    expect(refused).toMatchObject({ sebab: "DITOLAK" });
    expect(refused.message).toContain("Angka kredit tidak urut");
  });

  it("should read grades of whole years and of periods, with the keys as the service writes them", async () => {
    server.addTo("rw-skp22", nip, { tahun: 2024, KuadranKinerjaNilai: 2 });
    server.addTo("rw-kinerjaperiodik", nip, {
      tahun: "2025",
      bulanMulaiPenilaian: "1",
      bulanSelesaiPenilaian: 3,
      kuadranKinerjaNilai: "5",
    });
    expect(await clientWith().nilaiKinerja(nip)).toEqual([
      { tahun: 2024, bulanMulai: 1, bulanSelesai: 12, kuadran: "BAIK", jenis: "TAHUNAN" },
      { tahun: 2025, bulanMulai: 1, bulanSelesai: 3, kuadran: "SANGAT_KURANG", jenis: "PERIODIK" },
    ]);
  });

  it("should tell a person without grades from one that SIASN does not know", async () => {
    expect(await clientWith().nilaiKinerja(nip)).toEqual([]);
    expect(await failureOf(clientWith().nilaiKinerja("200001012020011999"))).toMatchObject({ sebab: "TIDAK_DIKENAL" });
  });

  it.each([
    [{ kuadranKinerjaNilai: 9 }, "0.kuadranKinerjaNilai", "9"],
    [{ kuadranKinerjaNilai: null }, "0.kuadranKinerjaNilai", "null"],
    [{ bulanSelesaiPenilaian: 13 }, "0.bulanSelesaiPenilaian", "13"],
    [{ tahun: "dua ribu" }, "0.tahun", "dua ribu"],
  ])("should name the field of a grade that is wrong: %j", async (wrong, field, value) => {
    const good = { tahun: 2025, bulanMulaiPenilaian: 1, bulanSelesaiPenilaian: 3, kuadranKinerjaNilai: 2 };
    server.addTo("rw-kinerjaperiodik", nip, { ...good, ...wrong });
    const error = await failureOf(clientWith().nilaiKinerja(nip));
    expect(error).toMatchObject({ sebab: "DATA_RUSAK" });
    expect(error.message).toContain(`(rw-kinerjaperiodik ${nip}) salah pada ${field}`);
    expect(error.message).toContain(value);
  });
});

describe("the settings of the link", () => {
  it("should be complete or absent", () => {
    expect(siasnConfig({})).toBeNull();
    expect(() => siasnConfig({ ALUR_SIASN_URL: "https://x.example" })).toThrow("ALUR_SIASN_SSO_USER");
  });

  it("should never write in training", async () => {
    const server = new SiasnServer({ person: () => undefined });
    await server.start();
    const tulis = (mode: string) =>
      siasnConfig(server.environment({ a: "S1" }, { ALUR_SIASN_WRITE: "on", ALUR_SIASN_MODE: mode }))?.tulis;
    expect([tulis("training"), tulis("production")]).toEqual([false, true]);
    await server.stop();
  });
});
