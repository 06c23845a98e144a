import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { demoPeople } from "../../../plugins/kepegawaian/plugin.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { openDraft, ok, Person, sendingData } from "./journey.js";

const nipOf = (id: string): string => {
  const found = demoPeople().find((person) => person.id === id);
  if (found === undefined) throw new Error(`Expected demo person '${id}'`);
  return found.nip;
};
const REASON = "SK kenaikan pangkat 823/7/BKD/2021";

describe("profile data of a widyaiswara", () => {
  let world: AlurWorld;
  let secretariat: Person;
  let wi: Person;
  let sent: string;

  beforeAll(async () => {
    world = await openAlur();
    secretariat = await Person.signIn(world, "sekretariat-tpi");
    wi = await Person.signIn(world, "wi1");
    sent = await openDraft(wi);
    const row = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
    await wi.addRowWithEvidence(sent, row);
    ok(await wi.complete(await wi.task(sent, "ComposeDupak"), await sendingData(wi)));
  }, 120_000);
  afterAll(() => world.close());

  const factsOf = async (person: Person, caseId: string): Promise<string> =>
    JSON.stringify(ok(await person.browser.get(`/api/cases/${caseId}`)).facts);

  it("should be changed by the Sekretariat of the own instansi, with a reason, old and new values kept", async () => {
    const nip = nipOf("pegawai-wi1");
    const start = (more: object) => secretariat.start("perubahan-data", { nip, alasan: REASON, ...more });
    expect((await start({ nip: nipOf("pegawai-wi3") })).body.errors[0].path).toBe("data.nip"); // another instansi
    expect((await start({ nip: nipOf("pegawai-tpi2") })).body.errors[0].path).toBe("data.nip"); // no widyaiswara
    expect((await start({ nip: "123" })).body.errors[0].path).toBe("data.nip");
    expect((await start({ alasan: "" })).body.errors[0].path).toBe("data.alasan");
    expect((await wi.start("perubahan-data", { nip, alasan: REASON })).status).toBe(404);
    const { caseId } = ok(await start({}));
    expect((await start({})).body.detail).toContain("sedang diubah");
    const key = await secretariat.task(caseId, "ChangeProfile");
    const { data } = ok(await secretariat.browser.get(`/api/tasks/${key}`));
    expect(data).toMatchObject({ golongan: "III/c", jenjang: "AHLI_MUDA", adminPusat: false, statusNiwn: "AKTIF" });
    const save = (more: object) => secretariat.complete(key, { ...data, keputusan: "SIMPAN", ...more });
    expect((await save({})).body.detail).toContain("Tidak ada data yang berubah");
    expect((await save({ tmtGolongan: "2030-04-01" })).body.errors[0].path).toBe("data.tmtGolongan");
    expect((await save({ golongan: "V/a" })).body.errors[0].path).toBe("data.golongan");
    ok(
      await save({
        golongan: "III/d",
        tmtGolongan: "2021-04-01",
        unitKerja: "badan kepegawaian daerah",
        statusNiwn: "NONAKTIF", // not theirs to say
      }),
    );
    const story = JSON.stringify(ok(await secretariat.browser.get(`/api/cases/${caseId}/story?limit=5`)).items);
    expect(story).toContain('"from":"III/c","to":"III/d"');
    expect(story).toContain(REASON);
    expect(story).not.toContain("Status NIWN");
    expect((await wi.notifications()).some(({ body }) => body.includes(REASON))).toBe(true);
    const profile = ok(await wi.browser.get("/api/profile")).lines;
    expect(JSON.stringify(profile)).toContain("III/d");
    expect(JSON.stringify(profile)).not.toContain("nonaktif");
    // and what was sent stays as it was
    expect(await factsOf(wi, sent)).toContain("III/c");
  }, 120_000);

  it("should not be changed by the person themselves, nor in a role given up meanwhile", async () => {
    const own = await Person.signIn(world, "tpi1", "widyaiswara");
    expect((await own.start("perubahan-data", { nip: nipOf("pegawai-tpi1"), alasan: REASON })).status).toBe(404);
    const { caseId } = ok(
      await secretariat.start("perubahan-data", { nip: nipOf("pegawai-wi2"), alasan: "Perlu diperiksa kembali" }),
    );
    const foreign = await Person.signIn(world, "pic-muara-sakti");
    expect((await foreign.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    await secretariat.do(caseId, "ChangeProfile", { keputusan: "BATAL" });
    expect(await secretariat.caseStatus(caseId)).toBe("BATAL");
  });

  it("should let the Admin Pusat take a NIWN out of use, after which no DUPAK is opened, and back", async () => {
    const admin = await Person.signIn(world, "admin-pusat");
    const change = async (statusNiwn: string, alasan: string): Promise<void> => {
      const { caseId } = ok(await admin.start("perubahan-data", { nip: nipOf("pegawai-wi3"), alasan }));
      const key = await admin.task(caseId, "ChangeProfile");
      const { data } = ok(await admin.browser.get(`/api/tasks/${key}`));
      ok(await admin.complete(key, { ...data, keputusan: "SIMPAN", statusNiwn }));
    };
    await change("NONAKTIF", "Pindah ke jabatan lain per 1 Maret 2026");
    const wi3 = await Person.signIn(world, "wi3");
    const refused = await wi3.start("dupak", { setuju: true });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("nonaktif sejak 2026-03-02");
    expect(JSON.stringify(ok(await wi3.browser.get("/api/profile")).lines)).toContain("nonaktif sejak");
    await change("AKTIF", "Kembali menjadi widyaiswara");
    ok(await wi3.start("dupak", { setuju: true }));
  }, 120_000);
});
