import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { KepegawaianRepository } from "../../../plugins/kepegawaian/plugin.js";
import { openDraft, ok, Person, sendingData } from "../siwi/journey.js";
import { generatedPerson, siasnRow } from "../../support/siasn-people.js";
import { NUSA, personOf, SapkWorld } from "./sapk-world.js";

const WI1 = personOf("pegawai-wi1");
const only = (nip: string) => ({ cakupan: "NIP", daftarNip: nip });

describe("the local copy of what SAPK says", () => {
  let world: SapkWorld;
  beforeAll(async () => {
    world = await SapkWorld.open();
  }, 120_000);
  afterAll(() => world.close());

  it("should be read-only where SAPK owns the data, with the advice where to correct them", async () => {
    const secretariat = await Person.signIn(world.alur, "sekretariat-tpi");
    const data = { nip: WI1.nip, alasan: "SK kenaikan pangkat 823/7/BKD/2021" };
    const { caseId } = ok(await secretariat.start("perubahan-data", data));
    const key = await secretariat.task(caseId, "ChangeProfile");
    const page = ok(await secretariat.browser.get(`/api/tasks/${key}`));
    expect(JSON.stringify(page.facts)).toContain("Peremajaan Data");
    const save = (more: object) => secretariat.complete(key, { ...page.data, keputusan: "SIMPAN", ...more });
    const refused = await save({ golongan: "III/d", unitKerja: "Dinas Kesehatan" });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(["data.golongan", "data.unitKerja"]);
    expect(refused.body.errors[0].message).toContain("diverifikasi BKN");
    expect(refused.body.errors[1].message).toContain("diverifikasi unit kepegawaian instansi");
    ok(await save({ pendidikanDiperhitungkan: "S1" })); // ours alone
  }, 120_000);

  it("should replace a change made here since the last pull, marked as out of date", async () => {
    await world.run(only(WI1.nip));
    const { db } = world.alur.alur.services;
    await db.transaction(async (tx) => {
      const people = new KepegawaianRepository(tx.manager);
      const pegawai = await people.pegawaiByNip(WI1.nip);
      if (pegawai === undefined) throw new Error("Expected the person");
      await people.savePegawai({ ...pegawai, golongan: "III/d" });
    });
    const caseId = await world.run(only(WI1.nip));
    expect(await world.rows(caseId, "perbedaan")).toMatchObject([
      {
        bidang: "Golongan ruang",
        lokal: "III/d",
        sumber: "III/c",
        sebab: "Perubahan lokal menjadi USANG; SAPK yang berlaku",
      },
    ]);
    const after = await db.read((tx) => new KepegawaianRepository(tx.manager).pegawaiByNip(WI1.nip));
    expect(after).toMatchObject({ golongan: "III/c", pendidikanDiperhitungkan: "S1", surel: WI1.surel });
  }, 120_000);

  it("should not change a DUPAK that has been sent", async () => {
    const wi = await Person.signIn(world.alur, "wi1");
    const sent = await openDraft(wi);
    const row = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
    await wi.addRowWithEvidence(sent, row);
    ok(await wi.complete(await wi.task(sent, "ComposeDupak"), await sendingData(wi)));
    const factsOf = async () => JSON.stringify(ok(await wi.browser.get(`/api/cases/${sent}`)).facts);
    const before = await factsOf();
    world.changes.set(WI1.nip, { golRuangAkhir: "III/d", tmtGolAkhir: "01-04-2022" });
    await world.run(only(WI1.nip));
    expect(JSON.stringify(ok(await wi.browser.get("/api/profile")).lines)).toContain("III/d");
    expect(before).toContain("III/c");
    expect(await factsOf()).toBe(before);
  }, 120_000);

  it("should be confirmed by SAPK before an account is made, and the difference be shown then", async () => {
    const person = { ...generatedPerson(20), jabatan: "Analis Kepegawaian", jenjang: "AHLI_MUDA" };
    const { db } = world.alur.alur.services;
    await db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai([person]));
    const make = () =>
      world.admin.post("/api/starts/edupak/akun", { data: { tindakan: "BUAT", nip: person.nip, jenis: "JFK" } });
    const refused = await make();
    expect(refused.body.errors[0].path).toBe("data.nip");
    expect(refused.body.detail).toContain(`NIP ${person.nip} belum dikenal SAPK`);
    const unit = "Badan Kepegawaian Daerah";
    world.changes.set(person.nip, siasnRow(person, unit, `S-${NUSA}`, { tmtJabatan: "01-02-2022" }));
    await world.run(only(person.nip));
    const { caseId } = ok(await make());
    const facts = JSON.stringify((await world.page(caseId)).facts);
    expect(facts).toContain(`TMT jabatan: semula ${person.tmtJabatan}, menurut SAPK 2022-02-01 (berlaku)`);
    expect(facts).toContain("Peremajaan Data");
  }, 120_000);

  it("should be confirmed by SAPK before the administrator makes an account, and the difference be told", async () => {
    // given
    const person = { ...generatedPerson(21), jabatan: "Analis Kepegawaian", jenjang: "AHLI_MUDA" };
    const { db } = world.alur.alur.services;
    await db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai([person]));
    const admin = await world.alur.signedIn("admin");
    const account = { username: person.nip, displayName: person.nama };
    // when
    const byNumber = await admin.post("/api/users", account);
    const byPerson = await admin.post("/api/users", { ...account, username: "pegawai-baru", personId: person.id });
    // then
    expect(byNumber).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "username" }] } });
    expect(byNumber.body.detail).toContain(`NIP ${person.nip} belum dikenal SAPK`);
    expect(byPerson).toMatchObject({ status: 400, body: { errors: [{ path: "personId" }] } });
    // when
    world.changes.set(
      person.nip,
      siasnRow(person, "Badan Kepegawaian Daerah", `S-${NUSA}`, { tmtJabatan: "01-02-2022" }),
    );
    await world.run(only(person.nip));
    const made = await admin.post("/api/users", { ...account, personId: person.id });
    // then
    expect(made.status).toBe(201);
    expect(made.body.notes).toHaveLength(1);
    expect(made.body.notes[0].id).toContain(
      `TMT jabatan: semula ${person.tmtJabatan}, menurut SAPK 2022-02-01 (berlaku)`,
    );
  }, 120_000);
});
