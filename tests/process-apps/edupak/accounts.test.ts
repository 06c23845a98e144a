import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { ok, Person } from "./journey.js";

type Fact = { readonly label: { readonly id: string }; readonly value: string };
const PASSWORD = "Gunung-Biru-77-Pagi";

describe("accounts of e-DUPAK", () => {
  let world: AlurWorld;
  let superAdmin: Person;
  let admin: Person;
  const nips = new Map<string, string>();
  beforeAll(async () => {
    world = await openAlur();
    superAdmin = await Person.signIn(world, "super-admin-jfk");
    admin = await Person.signIn(world, "admin-tirta-mulya");
    const rows = await world.alur.services.db.read(({ manager }) =>
      manager.query<{ id: string; nip: string }[]>("SELECT id, nip FROM kepegawaian_pegawai"),
    );
    for (const { id, nip } of rows) nips.set(id, nip);
  }, 120_000);
  afterAll(() => world.close());

  const nip = (id: string): string => nips.get(id) ?? "";
  const make = (by: Person, jenis: string, person: string) =>
    by.start("akun", { tindakan: "BUAT", jenis, nip: nip(person) });
  const factsOf = async (by: Person, caseId: string): Promise<Record<string, string>> => {
    const { facts } = ok(await by.browser.get(`/api/cases/${caseId}`));
    return Object.fromEntries(facts.map(({ label, value }: Fact) => [label.id, value]));
  };
  const codeOf = async (by: Person, caseId: string): Promise<string> =>
    (await factsOf(by, caseId))["Kode aktivasi (sekali pakai, 14 hari)"] ?? "";
  /** Tables of the application in which a text stands, anywhere in a row: case files, outbox, drafts, history … */
  const tablesWith = (text: string): Promise<string[]> =>
    world.alur.services.db.read(async ({ manager }) => {
      const tables = await manager.query<{ name: string }[]>("SELECT name FROM sqlite_master WHERE type = 'table'");
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await manager.query<unknown[]>(`SELECT * FROM "${name}"`);
        if (JSON.stringify(rows).includes(text)) found.push(name);
      }
      return found;
    });
  const activate = async (name: string, code: string) => {
    const browser = world.browser();
    await browser.get("/api/session");
    return browser.post("/api/activation", { username: name, code, password: PASSWORD });
  };
  const signIn = (name: string): Promise<Person> =>
    Person.signIn({ url: world.url, passwords: new Map([[name, PASSWORD]]) }, name);

  it("should be made by whoever may, of people in the personnel data of the right place and position", async () => {
    const reason = async (by: Person, jenis: string, person: string): Promise<string> => {
      const refused = await make(by, jenis, person);
      expect(refused.status).toBe(400);
      return refused.body.detail;
    };
    expect(await reason(admin, "SEKRETARIAT", "pegawai-jfk5")).toContain("Pilih salah satu dari");
    expect(await reason(superAdmin, "JFK", "pegawai-jfk5")).toContain("Pilih salah satu dari");
    expect(await reason(admin, "JFK", "pegawai-jfk4")).toContain("bukan pegawai instansi Anda");
    expect(await reason(admin, "JFK", "pegawai-atasan-jfk2")).toContain("Bila keliru, perbaiki di SAPK");
    const unknown = await admin.start("akun", { tindakan: "BUAT", jenis: "JFK", nip: "199001012015042999" });
    expect(unknown.body.detail).toContain("tidak ada dalam data kepegawaian");
    const wrong = await admin.start("akun", { tindakan: "BUAT", jenis: "JFK", nip: "1990" });
    expect(wrong.body.errors[0].path).toBe("data.nip");
    const kinds = async (by: Person): Promise<string[]> =>
      ok(await by.browser.get("/api/edupak/pilihan/jenis-akun")).map(({ value }: { value: string }) => value);
    expect(await kinds(admin)).toEqual(["JFK", "ATASAN", "PEJABAT"]);
    expect(await kinds(superAdmin)).toEqual(["ADMIN_INSTANSI", "SEKRETARIAT", "PENILAI"]);
    const jfk = await Person.signIn(world, "jfk1");
    expect((await make(jfk, "JFK", "pegawai-jfk5")).status).toBe(404);
  });

  it("should be activated once by the suffixed name, and its data be checked first", async () => {
    // given
    const { caseId } = ok(await make(admin, "JFK", "pegawai-jfk5"));
    const code = await codeOf(admin, caseId);
    const name = `${nip("pegawai-jfk5")}jft`;
    // when
    expect((await activate(name, "wrong-code")).status).toBe(401);
    expect((await activate(name, code)).status).toBe(200);
    expect((await activate(name, code)).status).toBe(401);
    const jfk = await signIn(name);
    expect((await signIn(nip("pegawai-jfk5"))).username).toBe(nip("pegawai-jfk5"));
    // then a difference goes to the administrator, who has it corrected in SAPK, and is checked again
    const told = { keputusan: "PERBEDAAN", perbedaan: "TMT golongan seharusnya 1 April 2019" };
    await jfk.do(caseId, "ConfirmData", told);
    expect(await jfk.caseStatus(caseId)).toBe("PERBEDAAN");
    expect((await admin.notifications()).some(({ body }) => body.includes("Perbaiki di SAPK"))).toBe(true);
    await admin.do(caseId, "FollowDifference", { diperbaiki: true, keterangan: "Sudah diusulkan" });
    await jfk.do(caseId, "ConfirmData", { keputusan: "SESUAI" });
    expect(await jfk.caseStatus(caseId)).toBe("AKTIF");
    expect(await factsOf(admin, caseId)).not.toHaveProperty("Kode aktivasi (sekali pakai, 14 hari)");
    const foreign = await Person.signIn(world, "admin-karang-indah");
    expect((await foreign.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
  });

  it("should show a new code for thirty minutes and keep it nowhere; a new one takes its place", async () => {
    // given
    const label = "Kode aktivasi (sekali pakai, 14 hari)";
    const person = "pegawai-001";
    const { caseId } = ok(await make(superAdmin, "PENILAI", person));
    const code = await codeOf(superAdmin, caseId);
    expect(code).toMatch(/^\w{5}(-\w{5}){3}$/);
    await world.settle();
    expect(await tablesWith(code)).toEqual([]);
    // when
    await world.advance(30 * 60_000);
    // then
    expect((await factsOf(superAdmin, caseId))[label]).toContain("Buat kode baru lewat menu Akun e-DUPAK");
    const renewed = ok(await superAdmin.start("akun", { tindakan: "KODE_BARU", nip: nip(person) }));
    const fresh = await codeOf(superAdmin, renewed.caseId);
    expect((await activate(nip(person), code)).status).toBe(401);
    expect((await activate(nip(person), fresh)).status).toBe(200);
    expect(await factsOf(superAdmin, renewed.caseId)).not.toHaveProperty(label);
  });

  it("should give one person one account with several roles and a name for each", async () => {
    const person = "pegawai-admin-tirta";
    const { caseId } = ok(await make(superAdmin, "SEKRETARIAT", person));
    expect(await codeOf(superAdmin, caseId)).toBe(""); // the account exists: no code, the password stays
    const role = async (name: string): Promise<string> => {
      const browser = world.browser();
      const { body } = await browser.signIn(name, world.passwords.get("admin-tirta-mulya") ?? "");
      const { activeRoleId, roles } = body.user;
      return roles.find(({ id }: { id: string }) => id === activeRoleId).role;
    };
    expect(await role(`${nip(person)}admin`)).toBe("admin-instansi");
    expect(await role(`${nip(person)}sekre`)).toBe("sekretariat-jfk");
  });

  it("should be closed, opened again and given a new code by those who give its roles", async () => {
    const change = (by: Person, tindakan: string, person: string) =>
      by.start("akun", { tindakan, nip: nip(person), alasan: "Pindah instansi sejak Maret" });
    expect((await change(admin, "NONAKTIFKAN", "pegawai-pusbin-jfk")).status).toBe(400);
    expect((await change(admin, "NONAKTIFKAN", "pegawai-admin-tirta")).body.detail).toContain("Akun sendiri");
    const mixed = ok(await make(admin, "ATASAN", "pegawai-pejabat-jfk"));
    expect(mixed.caseId).toBeDefined();
    ok(await change(admin, "NONAKTIFKAN", "pegawai-jfk3"));
    const closed = await world.browser().signIn("jfk3", world.passwords.get("jfk3") ?? "");
    expect(closed.status).toBe(401);
    ok(await change(admin, "AKTIFKAN", "pegawai-jfk3"));
    expect((await world.browser().signIn("jfk3", world.passwords.get("jfk3") ?? "")).status).toBe(200);
    const { caseId } = ok(await change(admin, "KODE_BARU", "pegawai-jfk3"));
    expect((await world.browser().signIn("jfk3", world.passwords.get("jfk3") ?? "")).status).toBe(401);
    expect((await activate("jfk3", await codeOf(admin, caseId))).status).toBe(200);
  });

  it("should let the administrator type the last PAK with exact amounts, naming what is wrong", async () => {
    const base = { nip: nip("pegawai-jfk5"), nomor: "PAK/1", tanggal: "2021-01-20", masaSelesai: "2020-12" };
    const type = async (more: object) =>
      admin.start("pak-terakhir", { ...base, berkasPak: await admin.file("pak.pdf"), ...more });
    const path = async (more: object): Promise<string> => (await type(more)).body.errors[0].path;
    expect(await path({ akSEKOLAH: -1 })).toBe("data.akSEKOLAH");
    expect(await path({ akSEKOLAH: 287_500 })).toBe("data.akSEKOLAH");
    expect(await path({ masaSelesai: "2020-13" })).toBe("data.masaSelesai");
    expect(await path({ masaSelesai: "2099-01" })).toBe("data.masaSelesai");
    expect(await path({ nip: nip("pegawai-jfk4") })).toBe("data.nip");
    expect(await path({ tanggal: "2027-01-01" })).toBe("data.tanggal");
    ok(await type({ akSEKOLAH: 100, akTUGAS_POKOK: 14.35 }));
    const { caseId } = ok(await type({ akSEKOLAH: 100, akTUGAS_POKOK: 14.351 })); // not used yet: may be replaced
    const story = JSON.stringify(ok(await admin.browser.get(`/api/cases/${caseId}/story?limit=5`)).items);
    expect(story).toContain("14,351");
  });
});
