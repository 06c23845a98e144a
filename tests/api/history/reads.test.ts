import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { FORWARD, openDraft, ok, Person, sendingData } from "../../process-apps/siwi/journey.js";

describe("reading someone's evidence", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  it("should be recorded once an hour for each person and file, and not for the owner", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const caseId = await openDraft(wi);
    const row = await wi.addRowWithEvidence(caseId, {
      kode: "4",
      uraian: "Bahan ajar",
      tanggalMulai: "2021-02-01",
      volume: "1",
    });
    const fileId = row.files[0]?.id ?? "";
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const stranger = await Person.signIn(world, "pic-muara-sakti");
    // when
    for (const reader of [wi, secretariat, secretariat, stranger])
      await reader.browser.download(`/api/files/${fileId}`);
    await secretariat.do(caseId, "CheckRequirements", FORWARD);
    // then
    const { db, history } = world.alur.services;
    const reads = async () => {
      const { items } = await db.read((tx) => history.search(tx, { caseId }, { offset: 0, limit: 200 }));
      return items.filter(({ action }) => action === "read.file");
    };
    expect(await reads()).toMatchObject([
      { action: "read.file", subject: { type: "File", id: fileId }, story: { id: "membuka berkas unggahan" } },
    ]);
    const story = ok(await wi.browser.get(`/api/cases/${caseId}/story?limit=200`));
    expect(JSON.stringify(story)).not.toContain("membuka berkas unggahan");
    expect((await secretariat.browser.download(`/api/files/${fileId}`)).status).toBe(200);
    expect(await reads()).toHaveLength(1);
  });
});
