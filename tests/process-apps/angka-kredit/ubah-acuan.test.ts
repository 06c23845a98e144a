import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { AlurWorld } from "../../support/alur.js";
import { openAlurOn } from "../../support/alur-on.js";
import { databaseKinds } from "../../support/database.js";
import { ok, Person as Official } from "../../support/person.js";

class Person extends Official {
  readonly app = "angka-kredit";
  readonly sheet = "";
}

const KOEFISIEN = {
  jenis: "koefisien",
  kunciJenjang: "AHLI_PERTAMA",
  koefisien: "15,000",
  berlakuMulai: "2027-07-01",
  peraturan: "PermenPANRB 9/2027",
  pasal: "Lampiran",
  status: "TERKONFIRMASI",
  alasan: "Koefisien baru menurut peraturan yang terbit",
};

describe.each(databaseKinds)("changing reference data on %s", (kind) => {
  let world: AlurWorld;
  let one: Person;
  let two: Person;

  beforeAll(async () => {
    world = await openAlurOn(kind);
    one = await Person.signIn(world, "acuan-ak1");
    two = await Person.signIn(world, "acuan-ak2");
  }, 120_000);
  afterAll(() => world.close());

  const propose = async (more: object = {}): Promise<string> =>
    ok(await one.start("ubah-acuan-ak", { ...KOEFISIEN, ...more })).caseId;
  const fault = async (more: object): Promise<{ path: string; message: string }> =>
    (await one.start("ubah-acuan-ak", { ...KOEFISIEN, ...more })).body.errors[0];
  const rows = async (search: string): Promise<Record<string, string | null>[]> =>
    ok(await two.browser.get(`/api/reference/angka-kredit-acuan?limit=100&search=${encodeURIComponent(search)}`)).rows;
  /** Credit of a whole year with Baik. */
  const aYear = async (tahun: number): Promise<{ baris: { bulan: number; angkaKredit: string }[]; jumlah: string }> => {
    const periode = [{ jenjang: "AHLI_PERTAMA", tahun, bulanMulai: 1, bulanSelesai: 12, predikat: "BAIK" }];
    return ok(await two.browser.post("/api/angka-kredit/hitung", { perhitungan: "konversi", periode })).hasil;
  };

  it("should name every fault of a proposal by its field", async () => {
    expect((await fault({ koefisien: "15.000" })).path).toBe("data.koefisien"); // thousands point
    expect((await fault({ koefisien: "lima" })).path).toBe("data.koefisien");
    expect((await fault({ berlakuSampai: "2027-06-30" })).path).toBe("data.berlakuSampai");
    expect((await fault({ alasan: "singkat" })).path).toBe("data.alasan");
    expect((await fault({ jenis: "butir", kunciJabatanButir: "WIDYAISWARA", kunciKode: "4 5", ak: "1" })).path).toBe(
      "data.kunciKode",
    );
    const wi = await Person.signIn(world, "wi1");
    expect((await wi.start("ubah-acuan-ak", KOEFISIEN)).status).toBe(404);
  });

  it("should refuse two values for one day and name both", async () => {
    const clash = await fault({ berlakuMulai: "2023-01-01" });
    expect(clash.path).toBe("data.berlakuMulai");
    expect(clash.message).toContain("koefisien:AHLI_PERTAMA yang diusulkan (1 Januari 2023 s/d seterusnya)");
    expect(clash.message).toContain("koefisien:AHLI_PERTAMA:2023-01-01 (1 Januari 2023 s/d seterusnya)");
    const earlier = await fault({ berlakuMulai: "2022-01-01" });
    expect(earlier.message).toContain("bertumpuk");
  });

  it("should be decided by someone else, and then be in force from its day on", async () => {
    const caseId = await propose();
    expect(await two.sees(caseId, "ApproveChange")).toBe(true);
    expect(await one.sees(caseId, "ApproveChange")).toBe(false);
    const key = await two.task(caseId, "ApproveChange");
    expect((await one.complete(key, { keputusan: "SETUJU" })).status).toBeGreaterThanOrEqual(403);
    expect((await aYear(2028)).jumlah).toBe("12.500");
    ok(await two.complete(key, { keputusan: "SETUJU" }));
    await two.becomes(caseId, "BERLAKU");
    expect((await aYear(2026)).jumlah).toBe("12.500");
    expect((await aYear(2028)).jumlah).toBe("15.000");
    // a year in which the rate changes is two rows
    const { baris, jumlah } = await aYear(2027);
    expect(baris.map(({ bulan, angkaKredit }) => [bulan, angkaKredit])).toEqual([
      [6, "6.250"],
      [6, "7.500"],
    ]);
    expect(jumlah).toBe("13.750");
    const versions = (await rows("koefisien")).filter(({ kunci }) => kunci === "Ahli Pertama");
    expect(versions.map((row) => [row["nilai"], row["berlakuMulai"], row["berlakuSampai"]])).toEqual([
      ["Koefisien per tahun 12,500", "2023-01-01", "2027-06-30"],
      ["Koefisien per tahun 15,000", "2027-07-01", null],
    ]);
    const story = JSON.stringify(ok(await two.browser.get(`/api/cases/${caseId}/story?limit=10`)).items);
    expect(story).toContain('"from":"12,500","to":"15,000"');
    expect(story).toContain("menyetujui perubahan acuan angka kredit");
  }, 120_000);

  it("should come back for repair with its values, and may be withdrawn or refused", async () => {
    const bonus = { jenis: "pendidikan", persen: 30, berlakuMulai: "2027-01-01" };
    const caseId = await propose(bonus);
    const approve = await two.task(caseId, "ApproveChange");
    expect((await two.complete(approve, { keputusan: "KEMBALIKAN" })).body.errors[0].path).toBe("data.catatan");
    ok(await two.complete(approve, { keputusan: "KEMBALIKAN", catatan: "Persentase menurut pasal itu 35" }));
    const repair = await one.task(caseId, "ReviseChange");
    const { data } = ok(await one.browser.get(`/api/tasks/${repair}`));
    expect(data).toMatchObject({ jenis: "pendidikan", persen: 30, peraturan: KOEFISIEN.peraturan });
    ok(await one.complete(repair, { ...data, persen: 35, keputusan: "KIRIM" }));
    await two.do(caseId, "ApproveChange", { keputusan: "TOLAK", catatan: "Peraturannya belum diundangkan" });
    await two.becomes(caseId, "DITOLAK");
    const second = await propose(bonus);
    await two.do(second, "ApproveChange", { keputusan: "KEMBALIKAN", catatan: "Lampirkan nomor pasalnya" });
    await one.do(second, "ReviseChange", { ...KOEFISIEN, ...bonus, keputusan: "BATAL" });
    await one.becomes(second, "BATAL");
    expect(await rows("ijazah")).toHaveLength(1);
  }, 120_000);

  it("should keep of an activity what the change does not state", async () => {
    const caseId = await propose({
      jenis: "butir",
      kunciJabatanButir: "WIDYAISWARA",
      kunciKode: "18",
      ak: "0,600",
      berlakuMulai: "2022-01-01",
    });
    await two.do(caseId, "ApproveChange", { keputusan: "SETUJU" });
    await two.becomes(caseId, "BERLAKU");
    const row = { kode: "18", jenisJabatan: "WIDYAISWARA", volume: 7 };
    const request = { perhitungan: "butir", jenjang: "AHLI_MADYA", baris: [row] };
    const { hasil } = ok(await two.browser.post("/api/angka-kredit/hitung", request));
    expect(hasil.baris[0]).toMatchObject({ akSatuan: "0.600", volumeDihitung: 5, alasan: "MELEBIHI_BATAS" });
    const { rows: table } = ok(await two.browser.get("/api/reference/angka-kredit-butir?limit=100&search=kertas"));
    expect(table.map(({ ak, uraian }: { ak: string; uraian: string }) => [ak, uraian])).toEqual([
      ["0,500", "Pendampingan kertas kerja/proyek perubahan"],
      ["0,600", "Pendampingan kertas kerja/proyek perubahan"],
    ]);
  }, 120_000);

  it("should number proposals made at the same moment apart", async () => {
    const cases = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        propose({ koefisien: `${20 + at},000`, berlakuMulai: `2031-0${at + 1}-01` }),
      ),
    );
    const references = await Promise.all(
      cases.map(async (id) => String(ok(await one.browser.get(`/api/cases/${id}`)).case.reference)),
    );
    expect(new Set(references).size).toBe(8);
    expect(references.every((each) => /^ACUAN-AK-20\d\d-\d{4}$/u.test(each))).toBe(true);
  }, 120_000);

  it("should see a clash that came up while a proposal waited", async () => {
    const waiting = await propose({ kunciJenjang: "AHLI_MUDA", koefisien: "30,000" });
    const faster = await propose({ kunciJenjang: "AHLI_MUDA", koefisien: "31,000" });
    await two.do(faster, "ApproveChange", { keputusan: "SETUJU" });
    await two.becomes(faster, "BERLAKU");
    const late = await two.complete(await two.task(waiting, "ApproveChange"), { keputusan: "SETUJU" });
    expect(late.status).toBe(400);
    expect(late.body.detail).toContain("koefisien:AHLI_MUDA:2027-07-01");
  }, 120_000);
});
