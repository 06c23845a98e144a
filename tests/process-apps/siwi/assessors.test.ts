import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { FORWARD, openDraft, ok, Person, SCORED, sendingData } from "./journey.js";

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };

describe("who may score", () => {
  let world: AlurWorld;
  let secretariat: Person;
  let caseId: string;

  const send = async (wi: Person): Promise<string> => {
    const id = await openDraft(wi);
    await wi.addRowWithEvidence(id, ROW);
    ok(await wi.complete(await wi.task(id, "ComposeDupak"), await sendingData(wi)));
    await secretariat.do(id, "CheckRequirements", FORWARD);
    return id;
  };

  beforeAll(async () => {
    world = await openAlur();
    secretariat = await Person.signIn(world, "sekretariat-tpi");
    caseId = await send(await Person.signIn(world, "wi1"));
  }, 120_000);
  afterAll(() => world.close());

  const firstRow = async (person: Person, id: string) => {
    const [row] = await person.rows(id);
    if (row === undefined) throw new Error("Expected a row");
    return row;
  };

  it("should bar a member from scoring the own DUPAK", async () => {
    const own = await send(await Person.signIn(world, "tpi1", "widyaiswara"));
    const member = await Person.signIn(world, "tpi1", "tpi");
    const colleague = await Person.signIn(world, "tpi2");
    const key = await colleague.offered(own, "ScoreByTpi");
    for (const view of ["mine", "group", "all"]) expect(await member.sees(own, "ScoreByTpi", [view])).toBe(false);
    expect((await member.browser.get(`/api/tasks/${key}`)).status).toBe(404);
    expect((await member.browser.post(`/api/tasks/${key}/claim`)).status).toBe(404);
    expect((await member.complete(key, SCORED)).status).toBe(404);
    const answer = await member.change(own, await firstRow(member, own), { nilaiTpi: "3.000" });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain("DUPAK sendiri");
    expect((await firstRow(member, own)).values).not.toHaveProperty("nilaiTpi");
    // nor may the colleague of IV/a, who is below IV/b
    const below = await colleague.change(own, await firstRow(colleague, own), { nilaiTpi: "3.000" });
    expect(below.status).toBe(403);
    expect(below.body.detail).toContain("IV/a");
    const claim = await colleague.browser.post(`/api/tasks/${key}/claim`);
    expect(claim.status).toBe(403);
    expect(claim.body.detail).toContain("lebih rendah");
  });

  it("should bar a member whose rank is below", async () => {
    const member = await Person.signIn(world, "tpi3");
    const answer = await member.change(caseId, await firstRow(member, caseId), { nilaiTpi: "3.000" });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain("III/b");
    const rest = await member.act(caseId, "nilai-sisa");
    expect(rest.status).toBe(403);
    expect(rest.body.detail).toContain("III/b");
    expect((await firstRow(member, caseId)).values["nilaiTpi"]).toBeNull();
    const key = await member.offered(caseId, "ScoreByTpi");
    const claim = await member.browser.post(`/api/tasks/${key}/claim`);
    expect(claim.status).toBe(403);
    expect(claim.body.detail).toContain("lebih rendah");
  });

  it("should refuse a score without reason, above the proposal, or that is no number", async () => {
    const member = await Person.signIn(world, "tpi1", "tpi");
    const row = await firstRow(member, caseId);
    const paths = async (values: Readonly<Record<string, string>>) => {
      const answer = await member.change(caseId, row, values);
      return [answer.status, ...answer.body.errors.map(({ path }: { path: string }) => path)];
    };
    expect(await paths({ nilaiTpi: "2.000", keteranganTpi: "" })).toEqual([400, "values.keteranganTpi"]);
    expect(await paths({ nilaiTpi: "3.001", keteranganTpi: "Lebih banyak" })).toEqual([400, "values.nilaiTpi"]);
    expect(await paths({ nilaiTpi: "tiga" })).toEqual([400, "values.nilaiTpi"]);
    expect(await paths({ nilaiTpi: "-1" })).toEqual([400, "values.nilaiTpi"]);
    const saved = ok(await member.change(caseId, row, { nilaiTpi: "0", keteranganTpi: "Bukti tidak sesuai kegiatan" }));
    expect(saved.values).toMatchObject({ nilaiTpi: "0.000", keteranganTpi: "Bukti tidak sesuai kegiatan" });
    expect((await member.change(caseId, row, { nilaiTpi: "3.000" })).status).toBe(409);
  });

  it("should let only the agency's own roles near, and no one change what is not theirs", async () => {
    const foreign = await Person.signIn(world, "pic-muara-sakti");
    expect((await foreign.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await foreign.browser.get(`/api/cases/${caseId}/sheets/rincian`)).status).toBe(404);
    const central = await Person.signIn(world, "tpp1");
    expect((await central.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    const row = await firstRow(secretariat, caseId);
    expect((await secretariat.change(caseId, row, { nilaiTpi: "1.000" })).status).toBe(403);
    const owner = await Person.signIn(world, "wi1");
    expect((await owner.change(caseId, row, { nilaiTpi: "3.000" })).status).toBe(403);
    const auditor = await Person.signIn(world, "auditor");
    expect(await auditor.caseStatus(caseId)).toBe("DITERUSKAN_TPI");
    expect((await auditor.change(caseId, row, { volume: "9" })).status).toBe(403);
  });

  it("should keep old and new score and the reason in the history", async () => {
    const member = await Person.signIn(world, "tpi1", "tpi");
    const row = await firstRow(member, caseId);
    ok(await member.change(caseId, row, { nilaiTpi: "2.400", keteranganTpi: "Satu bahan tayang ganda" }));
    const { items } = ok(await member.browser.get(`/api/cases/${caseId}/story?limit=1`));
    expect(items[0]).toMatchObject({ reason: "Satu bahan tayang ganda" });
    expect(items[0].changes).toContainEqual(
      expect.objectContaining({ label: "Nilai TPI", from: "0,000", to: "2,400" }),
    );
    expect(items[0].sentence.id).toBe("menilai kegiatan kode 5");
  });
});
