import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { Office, ok, until } from "./journey.js";

describe.each(databaseKinds)("an upload of grades that is stopped on %s", (kind) => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open(kind);
  }, 120_000);
  afterAll(() => office.close());

  it("should stop for its maker after the row at work, keep what is done, and go on later", async () => {
    // given: a conversion for each of 36 months, half of them already printed when someone stops
    const rows = [2023, 2024, 2025].flatMap((tahun) =>
      Array.from({ length: 12 }, (_, at) => office.grade("perawat2", tahun, "Baik", [at + 1, at + 1])),
    );
    const caseId = await office.penilai.uploadGrades(rows);
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.penilai.actions(caseId)).toEqual([]);
    await office.penilai.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: true });
    const printed = async (): Promise<number> =>
      Number.parseInt((await office.penilai.facts(caseId))["Konversi tercetak"] ?? "0", 10);
    await until("some documents", async () => ((await printed()) >= 2 ? true : undefined));
    expect(await office.penetap.actions(caseId)).toEqual([]);
    expect((await office.penetap.act(caseId, "hentikan")).status).toBe(404);
    // when
    const [action] = await office.penilai.actions(caseId);
    expect(action).toMatchObject({ id: "hentikan", label: { id: "Hentikan" } });
    ok(await office.penilai.act(caseId, "hentikan"));
    await until("the message event", async () => {
      const { elements } = ok(await office.penilai.browser.get(`/api/cases/${caseId}/diagram`));
      return elements.some((each: { elementId: string }) => each.elementId === "AwaitResume") || undefined;
    });
    // then
    const done = await printed();
    expect(done).toBeGreaterThanOrEqual(2);
    expect(done).toBeLessThan(36);
    expect(await office.penilai.facts(caseId)).toMatchObject({
      Dikonversi: "36 dari 36",
      "Konversi tercetak": `${done} dari 36`,
    });
    expect(await office.penilai.caseStatus(caseId)).toBe("DIHENTIKAN");
    expect(await office.penilai.actions(caseId)).toMatchObject([{ id: "lanjutkan" }]);
    // when
    ok(await office.penilai.act(caseId, "lanjutkan"));
    // then
    await office.penilai.becomes(caseId, "SELESAI");
    expect(await office.penilai.actions(caseId)).toEqual([]);
    expect(await office.penilai.facts(caseId)).toMatchObject({ "Konversi tercetak": "36 dari 36" });
    const papers = (await office.penilai.documents(caseId)).filter((one) => one.template === "angka-kredit/konversi");
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);
    const story = JSON.stringify(ok(await office.penilai.browser.get(`/api/cases/${caseId}/story?limit=50`)).items);
    expect(story).toContain("menghentikan konversi massal");
    expect(story).toContain("melanjutkan konversi massal");
  }, 120_000);
});
