import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demoPeople, type Pegawai } from "../../../plugins/kepegawaian/plugin.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { aPdf, ok, Person, until } from "./journey.js";

const NUSA = "instansi-nusa-kencana";
const person = (id: string): Pegawai => {
  const found = demoPeople().find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected demo person '${id}'`);
  return found;
};
const foreign = demoPeople().find(({ instansiId }) => instansiId !== NUSA) as Pegawai;
const wi1 = person("pegawai-wi1"); // has a NIWN
const wi5 = person("pegawai-wi5");
const tpi2 = person("pegawai-tpi2"); // has an account already
const others = demoPeople().filter(({ id, instansiId }) => instansiId === NUSA && /^pegawai-\d+$/.test(id));
const CHECKED = { skTerbaca: true, skWidyaiswara: true };

describe("a collective request for NIWN", () => {
  let world: AlurWorld;
  let admin: Person;
  let agency: Person;

  beforeAll(async () => {
    world = await openAlur();
    admin = await Person.signIn(world, "admin-pusat");
    agency = await Person.signIn(world, "admin-instansi");
  }, 120_000);
  afterAll(() => world.close());

  const row = async ({ nip, nama }: Pegawai, more: object = {}) => ({
    nip,
    pendidikan: "S2",
    jenjang: "AHLI_PERTAMA",
    tmtJabatan: "2024-04-01",
    nomorSk: "821/45/BKD/2024",
    tanggalSk: "2024-03-15",
    berkasSk: [await agency.upload(`sk-${nama}.pdf`, aPdf(nama))],
    ...more,
  });
  const start = async (rows: readonly object[], who = agency) => who.start("niwn-kolektif", { orang: rows });
  const collectiveOf = async (rows: readonly object[]) => {
    const { caseId } = ok(await start(rows));
    const people = ok(await agency.browser.get("/api/cases?type=niwn&limit=100")).items;
    return { caseId: caseId as string, people: people as readonly { id: string; subjectNumber: string }[] };
  };
  const caseOf = (people: readonly { id: string; subjectNumber: string }[], { nip }: Pegawai): string => {
    const found = people.find(({ subjectNumber }) => subjectNumber === nip);
    if (found === undefined) throw new Error(`Expected a request of ${nip}`);
    return found.id;
  };
  const search = async (who: Person, untuk: string, text: string): Promise<readonly { nip: string; label: string }[]> =>
    ok(await who.browser.get(`/api/siwi/pegawai?untuk=${untuk}&search=${encodeURIComponent(text)}&limit=20&skip=0`));

  it("should offer people of the own instansi without a NIWN, by name or NIP", async () => {
    expect((await search(agency, "niwn", wi5.nama.slice(0, 5))).map(({ nip }) => nip)).toContain(wi5.nip);
    expect(await search(agency, "niwn", `${wi5.nip.slice(0, 8)} ${wi5.nip.slice(8, 12)}`)).toEqual([
      { nip: wi5.nip, label: expect.stringContaining(wi5.nama) },
    ]);
    expect(await search(agency, "niwn", wi1.nip)).toEqual([]);
    expect(await search(agency, "niwn", foreign.nip)).toEqual([]);
    expect(await search(agency, "niwn", "%")).toHaveLength((await search(agency, "niwn", "")).length);
    // a number that the personnel data do not know yet
    const unknown = "199002022015022901";
    expect(await search(agency, "niwn", unknown)).toEqual([
      { nip: unknown, label: expect.stringContaining("belum tercatat") },
    ]);
  });

  it("should let secretariats pick widyaiswara of their instansi, the Admin Pusat all, and others nobody", async () => {
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const found = (await search(secretariat, "perubahan-data", "")).map(({ nip }) => nip);
    expect(found).toContain(wi1.nip);
    expect(found).not.toContain(person("pegawai-wi3").nip);
    expect(found).not.toContain(tpi2.nip);
    expect((await search(admin, "perubahan-data", "")).map(({ nip }) => nip)).toContain(person("pegawai-wi3").nip);
    expect((await search(secretariat, "penandatangan", tpi2.nip)).map(({ nip }) => nip)).toEqual([tpi2.nip]);
    for (const untuk of ["perubahan-data", "penandatangan"]) {
      expect((await agency.browser.get(`/api/siwi/pegawai?untuk=${untuk}`)).status).toBe(403);
    }
    const assessor = await Person.signIn(world, "tpp1");
    expect((await assessor.browser.get("/api/siwi/pegawai?untuk=niwn")).status).toBe(403);
    expect((await agency.browser.get("/api/siwi/pegawai?untuk=lain")).status).toBe(400);
  });

  it("should name every fault by row and keep nothing", async () => {
    // given
    const before = ok(await agency.browser.get("/api/cases?limit=1")).total;
    // when
    const answer = await start([
      await row(wi5),
      await row(wi1),
      await row(wi5),
      await row(foreign),
      await row(tpi2, { tanggalSk: "2030-01-01" }),
      await row(others[0] as Pegawai, { nip: "123" }),
    ]);
    // then
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path, message }: { path: string; message: string }) => [path, message])).toEqual([
      ["data.orang.1.nip", expect.stringContaining("sudah memiliki NIWN")],
      ["data.orang.2.nip", `NIP ${wi5.nip} sudah ada pada baris 1`],
      ["data.orang.3.nip", `Tidak ada pegawai instansi Anda dengan NIP ${foreign.nip}`],
      ["data.orang.4.tanggalSk", "Tanggal 1 Januari 2030 belum terjadi"],
      ["data.orang.5.nip", expect.stringContaining("18 angka")],
    ]);
    expect((await start([])).body.errors[0].path).toBe("data.orang");
    expect((await start([await row(wi5, { berkasSk: [] })])).body.errors[0].path).toBe("data.orang.0.berkasSk");
    expect(ok(await agency.browser.get("/api/cases?limit=1")).total).toBe(before);
    expect((await start([await row(wi5)], admin)).status).toBeGreaterThanOrEqual(400);
  });

  it("should issue, return and refuse each person by itself, and end when all are decided", async () => {
    // given
    const [first, second] = others as [Pegawai, Pegawai];
    const { caseId, people } = await collectiveOf([
      await row(first),
      await row(second),
      await row(tpi2),
      await row(wi5),
    ]);
    expect(await agency.caseStatus(caseId)).toBe("DIPROSES");
    const { elements } = ok(await agency.browser.get(`/api/cases/${caseId}/diagram`));
    expect(elements.filter(({ state }: { state: string }) => state === "ACTIVE")).toHaveLength(4); // one for each person
    expect((await start([await row(first)])).body.errors[0].message).toContain("sedang diproses");
    // when one is issued, one goes to a person with an account, one is refused
    await admin.do(caseOf(people, first), "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await admin.do(caseOf(people, tpi2), "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await admin.do(caseOf(people, second), "CheckNiwnRequest", {
      keputusan: "TOLAK",
      alasan: "SK bukan SK jabatan widyaiswara",
    });
    // and one returned and repaired
    const returned = caseOf(people, wi5);
    await admin.do(returned, "CheckNiwnRequest", { keputusan: "KEMBALIKAN", alasan: "SK tidak terbaca, unggah ulang" });
    await admin.becomes(caseOf(people, first), "DITERBITKAN");
    await admin.becomes(caseOf(people, tpi2), "AKTIF");
    // then the others have not waited, and the whole waits for the last
    expect(await agency.caseStatus(caseId)).toBe("DIPROSES");
    const facts = async () =>
      ok(await agency.browser.get(`/api/cases/${caseId}`)).facts.map(({ value }: { value: string }) => value);
    expect(await facts()).toEqual(["4", "2", "1", "1"]);
    const rows = await agency.rows(caseId, "orang");
    expect(rows.map(({ values }) => [values["nama"], values["keadaan"], values["alasan"]])).toEqual([
      [first.nama, "DITERBITKAN", null],
      [second.nama, "DITOLAK", "SK bukan SK jabatan widyaiswara"],
      [tpi2.nama, "AKTIF", null],
      [wi5.nama, "DIKEMBALIKAN", "SK tidak terbaca, unggah ulang"],
    ]);
    expect(rows.map(({ values }) => values["niwn"] !== null)).toEqual([true, false, true, false]);
    expect((await agency.change(caseId, rows[0] as (typeof rows)[number], { nama: "x" }, "orang")).status).toBe(409);
    // when the last is repaired and issued
    const repair = await agency.task(returned, "RepairNiwnRequest");
    const { data } = ok(await agency.browser.get(`/api/tasks/${repair}`));
    expect(data).toMatchObject({ nip: wi5.nip, nama: wi5.nama, unitKerja: expect.stringMatching(/./) });
    ok(await agency.complete(repair, { ...data, nomorSk: "821/46/BKD/2024" }));
    await admin.do(returned, "CheckNiwnRequest", { keputusan: "TERBITKAN", ...CHECKED });
    await agency.becomes(caseId, "SELESAI");
    // then
    expect(await facts()).toEqual(["4", "3", "1", "0"]);
    await until("the end of the process", async () =>
      (await agency.path(caseId)).includes("CollectiveFinished") ? true : undefined,
    );
    const told = (await agency.notifications()).filter(({ body }) => body.includes("dari 4 orang"));
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain("3 NIWN diterbitkan dan 1 permohonan ditolak");
  }, 120_000);

  it("should be open to a training institute of the instansi, which sees its requests", async () => {
    // given
    const { db, identity } = world.alur.services;
    await db.transaction(async (tx) => {
      const { userId } = await identity.users.create(tx, {
        username: "lemdik1",
        displayName: "Lembaga Pelatihan Satu",
      });
      await identity.users.assign(tx, userId, { role: "lembaga-pelatihan", scopeType: "instansi", scopeId: NUSA });
      await identity.users.setDemoPassword(tx, userId, "kata-sandi-lemdik1");
    });
    const browser = world.browser();
    ok(await browser.signIn("lemdik1", "kata-sandi-lemdik1"));
    const institute = new Person(browser, "lemdik1");
    const last = others[2] as Pegawai;
    const sk = [await institute.upload("sk.pdf", aPdf("sk"))];
    // when
    const { caseId } = ok(await start([await row(last, { berkasSk: sk })], institute));
    // then
    expect(await institute.caseStatus(caseId)).toBe("DIPROSES");
    expect(ok(await browser.get("/api/starts")).map(({ type }: { type: string }) => type)).toEqual([
      "niwn",
      "niwn-kolektif",
    ]);
    const { items } = ok(await browser.get("/api/cases?type=niwn&limit=100"));
    const own = items.find(({ subjectNumber }: { subjectNumber: string }) => subjectNumber === last.nip);
    await admin.do(own.id, "CheckNiwnRequest", { keputusan: "KEMBALIKAN", alasan: "SK tidak terbaca, unggah ulang" });
    expect(await institute.sees(own.id, "RepairNiwnRequest")).toBe(true);
    expect(await agency.sees(own.id, "RepairNiwnRequest")).toBe(false);
  }, 120_000);
});
