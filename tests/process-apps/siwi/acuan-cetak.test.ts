import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { decideSidang, openDraft, ok, Person, scheduleSidang, SCORED, sendingData, TAKE_IN } from "./journey.js";

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
const SOURCE = { berlakuMulai: "2026-03-02", sumber: "Keputusan Nomor 12/K.1/2026" };

describe("what documents print at head and foot", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  it("should be changed from a day on, each body by its own people", async () => {
    const admin = await Person.signIn(world, "admin-pusat");
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const wi = await Person.signIn(world, "wi4");
    const change = (person: Person, data: object) => person.start("acuan-cetak", { ...SOURCE, ...data });
    const pattern = { jenis: "POLA_NOMOR", dokumen: "hpak", pola: "{nomor:5}/HPAK/{tahun}" };
    const signer = { jenis: "PENANDATANGAN", jabatan: "Ketua Tim Penilai Pusat", nama: "Dr. Bima Kencana, M.M." };
    expect((await change(wi, pattern)).status).toBe(404);
    expect((await change(secretariat, pattern)).status).toBe(409);
    const first = async (data: object) => (await change(admin, data)).body.errors[0].path;
    expect(await first({ ...pattern, pola: "HPAK/{tahun}" })).toBe("data.pola");
    expect(await first({ ...pattern, pola: "HPAK/{nomor}/{hari}/{tahun}" })).toBe("data.pola");
    expect(await first({ ...pattern, berlakuMulai: "2026-03-01" })).toBe("data.berlakuMulai");
    const asChair = { ...signer, adminPusat: true, peran: "KETUA_TPP" };
    expect(await first({ ...asChair, nip: "12" })).toBe("data.nip");
    const { caseId } = ok(await change(admin, pattern));
    ok(await change(admin, { ...asChair, nip: "19690920 199503 1 901" }));
    ok(await change(secretariat, { ...signer, jabatan: "Kepala BPSDM", nip: "196705201992031901" }));
    const story = JSON.stringify(ok(await admin.browser.get(`/api/cases/${caseId}/story?limit=5`)).items);
    expect(story).toContain('"from":"HPAK/{nomor:4}/TPP-WI/{bulan}/{tahun}","to":"{nomor:5}/HPAK/{tahun}"');
    expect((await secretariat.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
  }, 120_000);

  it("should stand on what is printed afterwards", async () => {
    const wi = await Person.signIn(world, "wi4");
    const secretariat = await Person.signIn(world, "sekretariat-tpp");
    const tpp = await Person.signIn(world, "tpp1");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    await secretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    await tpp.task(caseId, "ScoreByTpp");
    await tpp.score(caseId, "Tpp");
    await tpp.do(caseId, "ScoreByTpp", SCORED);
    await decideSidang(secretariat, await scheduleSidang(secretariat, "2026-03-02"));
    await wi.becomes(caseId, "SELESAI");
    const hpak = (await readPdfText(await wi.pdf(caseId, "hpak"))).flat().join("\n");
    expect(hpak).toContain("00001/HPAK/2026");
    expect(hpak).toContain("Dr. Bima Kencana, M.M.");
    const penjelasan = (await readPdfText(await wi.pdf(caseId, "penjelasan"))).flat().join("\n");
    expect(penjelasan).toContain("PJL/0001/TPP-WI/03/2026");
  }, 90_000);
});
