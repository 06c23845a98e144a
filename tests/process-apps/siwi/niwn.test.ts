import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demoPeople, tulisTanggal } from "../../../plugins/kepegawaian/plugin.js";
import { SiwiRepository } from "../../../plugins/siwi/plugin.js";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { ok, Person, until } from "./journey.js";

const wi5 = demoPeople().find(({ id }) => id === "pegawai-wi5");
const wi1 = demoPeople().find(({ id }) => id === "pegawai-wi1");
if (wi5 === undefined || wi1 === undefined) throw new Error("Expected demo people");
const CODE = "Kode aktivasi (sekali pakai, 14 hari)";
type Facts = { readonly facts: readonly { readonly label: { readonly id: string }; readonly value: string }[] };
const factOf = ({ facts }: Facts, label: string): string => facts.find((each) => each.label.id === label)?.value ?? "";
const CHECKED = { skTerbaca: true, skWidyaiswara: true };

describe("registration of a NIWN", () => {
  let world: AlurWorld;
  let admin: Person;
  let agency: Person;

  beforeAll(async () => {
    world = await openAlur();
    admin = await Person.signIn(world, "admin-pusat");
    agency = await Person.signIn(world, "admin-instansi");
  }, 120_000);
  afterAll(() => world.close());

  const request = async (more: Readonly<Record<string, unknown>> = {}) => ({
    nip: wi5.nip,
    nama: wi5.nama,
    gelarBelakang: wi5.gelarBelakang,
    tempatLahir: wi5.tempatLahir,
    tanggalLahir: wi5.tanggalLahir,
    noKarpeg: wi5.noKarpeg,
    pendidikan: "S1",
    surel: "wi5@example.go.id",
    golongan: "III/b",
    tmtGolongan: "2022-04-01",
    jenjang: "AHLI_PERTAMA",
    tmtJabatan: "2022-04-01",
    unitKerja: "BPSDM Provinsi Nusa Kencana",
    nomorSk: "821/45/BKD/2022",
    tanggalSk: "2022-03-15",
    berkasSk: await agency.file("sk-widyaiswara.pdf"),
    ...more,
  });

  it.each([
    ["nip", { nip: "123" }],
    ["nip", { nip: wi5.nip.replace(/^..../, "1899") }],
    ["tanggalLahir", { tanggalLahir: "1990-01-01" }],
    ["tanggalSk", { tanggalSk: "2030-01-01" }],
    ["berkasSk", { berkasSk: [] }],
    ["nama", { nama: "" }],
  ])("should name the wrong field %s", async (field, wrong) => {
    const answer = await agency.start("niwn", await request(wrong));
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([`data.${field}`]);
  });

  it("should show the number of someone who has one", async () => {
    const answer = await agency.start("niwn", await request({ nip: wi1.nip, tanggalLahir: wi1.tanggalLahir }));
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toMatch(/sudah memiliki NIWN \d{8} 202006 [12] 9001/);
  });

  it("should be offered to agencies, not to assessors", async () => {
    const assessor = await Person.signIn(world, "tpp1");
    expect((await assessor.start("niwn", await request())).status).toBeGreaterThanOrEqual(400);
    expect((await agency.start("dupak", { setuju: true })).status).toBeGreaterThanOrEqual(400);
  });

  it("should return, take the repair, issue the number by the national counter and make the account", async () => {
    // given
    const { caseId } = ok(await agency.start("niwn", await request()));
    expect((await agency.start("niwn", await request())).body.detail).toContain("sedang diproses");
    expect(await admin.caseStatus(caseId)).toBe("DIAJUKAN");
    const key = await admin.task(caseId, "CheckNiwnRequest");
    expect(await agency.caseStatus(caseId)).toBe("DIPERIKSA");
    // then whoever checks has everything to compare with the SK, days as people write them
    const asked = await request();
    const told = new Map<string, string>(
      ok(await admin.browser.get(`/api/tasks/${key}`)).facts.map(
        ({ label, value }: { label: { id: string }; value: string }) => [label.id, value],
      ),
    );
    expect(told.get("Tempat, tanggal lahir")).toBe(`${asked["tempatLahir"]}, ${tulisTanggal(wi5.tanggalLahir)}`);
    expect(told.get("Nomor dan tanggal SK")).toMatch(/^821\/45\/BKD\/2022, \d{1,2} [A-Z]\w+ \d{4}$/);
    expect(told.get("Golongan ruang")).toMatch(/^[IV]+\/[a-e], TMT \d{1,2} [A-Z]\w+ \d{4}$/);
    expect(told.get("Unit kerja")).toBe(asked["unitKerja"]);
    // when returned and repaired
    expect((await admin.complete(key, { keputusan: "KEMBALIKAN" })).status).toBe(400);
    expect((await admin.complete(key, { keputusan: "TERBITKAN", skTerbaca: true })).status).toBe(400);
    ok(await admin.complete(key, { keputusan: "KEMBALIKAN", alasan: "SK tidak terbaca, unggah ulang" }));
    expect(await agency.caseStatus(caseId)).toBe("DIKEMBALIKAN");
    const repair = await agency.task(caseId, "RepairNiwnRequest");
    expect(ok(await agency.browser.get(`/api/tasks/${repair}`)).data).toMatchObject({
      nip: wi5.nip,
      nomorSk: "821/45/BKD/2022",
    });
    ok(await agency.complete(repair, await request({ nomorSk: "821/46/BKD/2022" })));
    await admin.do(caseId, "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await admin.becomes(caseId, "DITERBITKAN");
    // then
    const page = ok(await admin.browser.get(`/api/cases/${caseId}`));
    const fact = (label: string) => factOf(page, label);
    const sex = wi5.jenisKelamin === "L" ? "1" : "2";
    expect(fact("NIWN")).toBe(`${wi5.tanggalLahir.replaceAll("-", "")} 202603 ${sex} 9006`);
    const old = fact(CODE);
    expect(old).toMatch(/^\w{5}(-\w{5}){3}$/);
    const seen = ok(await agency.browser.get(`/api/cases/${caseId}`));
    expect(JSON.stringify(seen)).not.toContain(old);
    expect(JSON.stringify(seen)).not.toContain("Kode aktivasi");
    // and after half an hour, or a restart, the code is renewed on the same page
    await world.advance(30 * 60_000);
    const again = ok(await admin.browser.get(`/api/cases/${caseId}`));
    expect(factOf(again, CODE)).toContain("Buat kode baru lewat tombol");
    expect(again.sheets.map(({ id }: { id: string }) => id)).toEqual(["akun"]);
    const sheet = ok(await admin.browser.get(`/api/cases/${caseId}/sheets/akun?offset=0&limit=10`));
    expect(sheet.rows[0].values).toEqual({ namaPengguna: wi5.nip, keadaan: "Belum diaktifkan" });
    const renew = (by: Person) => by.browser.post(`/api/cases/${caseId}/sheets/akun/actions/kode-baru`);
    expect((await renew(agency)).status).toBe(404);
    expect((await renew(admin)).status).toBe(204);
    const code = factOf(ok(await admin.browser.get(`/api/cases/${caseId}`)), CODE);
    expect(code).not.toBe(old);
    expect((await world.browser().activate(wi5.nip, old, "kata-sandi-baru-wi5")).status).toBe(401);
    expect((await readPdfText(await admin.pdf(caseId, "niwn"))).flat().join("\n")).toContain(wi5.nama);
    expect((await agency.notifications()).some(({ body }) => body.includes("9006"))).toBe(true);
    // and the account works: one-time code, own password, NIWN on the profile
    const browser = world.browser();
    expect((await browser.activate(wi5.nip, code, "kata-sandi-baru-wi5")).status).toBe(200);
    expect((await renew(admin)).status).toBe(404); // the owner has a password: nobody takes it away here
    const own = new Person(browser, wi5.nip);
    const profile = ok(await browser.get("/api/profile"));
    expect(profile.lines.find(({ label }: { label: { id: string } }) => label.id === "NIWN").value).toContain("9006");
    expect((await own.browser.get("/api/starts")).status).toBe(200);
    expect((await world.browser().activate(wi5.nip, code, "kata-sandi-lain-lagi")).status).toBeGreaterThanOrEqual(400);
    // and the number is in use once its owner has confirmed the data
    const confirm = await own.task(caseId, "ConfirmNiwn");
    const shown = ok(await own.browser.get(`/api/tasks/${confirm}`)).facts;
    expect(JSON.stringify(shown)).toContain("9006");
    expect((await own.complete(confirm, { keputusan: "ADA_YANG_SALAH", catatan: "" })).status).toBe(400);
    ok(await own.complete(confirm, { keputusan: "ADA_YANG_SALAH", catatan: "Unit kerja seharusnya BPSDM" }));
    expect(await admin.caseStatus(caseId)).toBe("AKTIF");
    expect((await agency.notifications()).some(({ body }) => body.includes("Unit kerja seharusnya BPSDM"))).toBe(true);
  }, 120_000);

  it("should register a number of the old form with a mark, and never give a number twice", async () => {
    const other = demoPeople().find(({ id }) => id === "pegawai-001");
    if (other === undefined) throw new Error("Expected a demo person");
    const asOther = { nip: other.nip, nama: other.nama, tanggalLahir: other.tanggalLahir };
    const { caseId } = ok(await agency.start("niwn", await request(asOther)));
    const key = await admin.task(caseId, "CheckNiwnRequest");
    const sex = other.jenisKelamin === "L" ? "1" : "2";
    const old = `${other.tanggalLahir.replaceAll("-", "")} 1506 ${sex} 9050`;
    const wrong = await admin.complete(key, {
      keputusan: "DAFTARKAN_LAMA",
      niwnLama: `19000101 1506 ${sex} 9050`,
      ...CHECKED,
    });
    expect(wrong.body.errors[0].path).toBe("data.niwnLama");
    ok(await admin.complete(key, { keputusan: "DAFTARKAN_LAMA", niwnLama: old, ...CHECKED }));
    await admin.becomes(caseId, "DITERBITKAN");
    expect(JSON.stringify(ok(await admin.browser.get(`/api/cases/${caseId}`)).facts)).toContain("Bentuk lama 17 angka");

    const next = demoPeople().find(({ id }) => id === "pegawai-002");
    if (next === undefined) throw new Error("Expected a demo person");
    const { caseId: following } = ok(
      await agency.start("niwn", await request({ nip: next.nip, nama: next.nama, tanggalLahir: next.tanggalLahir })),
    );
    await admin.do(following, "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await admin.becomes(following, "DITERBITKAN");
    expect(JSON.stringify(ok(await admin.browser.get(`/api/cases/${following}`)).facts)).toContain(" 9051");
  }, 120_000);

  it("should end with the number that the person got by another way meanwhile", async () => {
    const other = demoPeople().find(({ id }) => id === "pegawai-004");
    if (other === undefined) throw new Error("Expected a demo person");
    const { caseId } = ok(
      await agency.start("niwn", await request({ nip: other.nip, nama: other.nama, tanggalLahir: other.tanggalLahir })),
    );
    const niwn = `${other.tanggalLahir.replaceAll("-", "")}202001${other.jenisKelamin === "L" ? 1 : 2}0042`;
    await world.alur.services.db.transaction((tx) =>
      new SiwiRepository(tx.manager).addNiwn({
        niwn,
        nip: other.nip,
        nomor: 42,
        tanda: [],
        terbit: "2020-01-15",
        nonaktif: null,
      }),
    );
    await admin.do(caseId, "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await admin.becomes(caseId, "DITOLAK");
    await until("the end of the process", async () =>
      (await admin.path(caseId)).includes("NiwnFoundExisting") ? true : undefined,
    );
    expect((await agency.notifications()).some(({ body }) => body.includes("0042"))).toBe(true);
  }, 120_000);

  it("should be refused with a reason, and free the NIP for a new request", async () => {
    const other = demoPeople().find(({ id }) => id === "pegawai-003");
    if (other === undefined) throw new Error("Expected a demo person");
    const asOther = { nip: other.nip, nama: other.nama, tanggalLahir: other.tanggalLahir };
    const { caseId } = ok(await agency.start("niwn", await request(asOther)));
    await admin.do(caseId, "CheckNiwnRequest", { keputusan: "TOLAK", alasan: "SK bukan SK jabatan widyaiswara" });
    expect(await agency.caseStatus(caseId)).toBe("DITOLAK");
    expect((await agency.path(caseId)).at(-1)).toBe("NiwnRefused");
    expect((await agency.start("niwn", await request(asOther))).status).toBe(201);
  });
});
