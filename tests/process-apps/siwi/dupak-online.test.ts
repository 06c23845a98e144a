import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { databaseKinds, freshMariadb } from "../../support/database.js";
import {
  AK_LAMA,
  decideSidang,
  FORWARD,
  openDraft,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  sendBatch,
  sendingData,
  TAKE_IN,
} from "./journey.js";

type Fact = { readonly label: { readonly id: string }; readonly value: string };

const textOf = async (pdf: Buffer): Promise<string> => (await readPdfText(pdf)).flat().join("\n");

describe.each(databaseKinds)("dupak-online on %s", (kind) => {
  let world: AlurWorld;
  const closers: (() => Promise<void> | void)[] = [];
  beforeAll(async () => {
    if (kind === "sqlite") {
      world = await openAlur();
    } else {
      const schema = await freshMariadb();
      const dataDir = mkdtempSync(join(tmpdir(), "alur-siwi-"));
      closers.push(
        () => schema.drop(),
        () => rmSync(dataDir, { recursive: true, force: true }),
      );
      world = await openAlur({ dataDir, environment: { ALUR_DATABASE_URL: schema.url } });
    }
    closers.unshift(() => world.close());
  }, 120_000);
  afterAll(async () => {
    for (const close of closers) await close();
  });

  it("should publish HPAK, tabulasi and penjelasan after scoring by TPI and TPP and a session", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, {
      kode: "12",
      uraian: "Mengajar Pelatihan Dasar",
      tanggalMulai: "2021-03-02",
      tanggalSelesai: "2021-03-08",
      tempat: "Tirta Mulya",
      volume: "45",
    });
    await wi.addRowWithEvidence(caseId, {
      kode: "4",
      uraian: "Bahan ajar etika publik",
      tanggalMulai: "2021-02-01",
      volume: "6",
    });
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));

    // when
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    await secretariat.do(caseId, "CheckRequirements", FORWARD);
    const tpi = await Person.signIn(world, "tpi1", "tpi");
    const scoring = await tpi.task(caseId, "ScoreByTpi");
    await tpi.score(caseId, "Tpi", { "4": { nilai: "3.000", keterangan: "Satu bahan ajar tanpa daftar hadir" } });
    ok(await tpi.complete(scoring, SCORED));
    await sendBatch(secretariat);
    const tppSecretariat = await Person.signIn(world, "sekretariat-tpp");
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    const tpp = await Person.signIn(world, "tpp1");
    await tpp.do(caseId, "ScoreByTpp", SCORED);
    const sidang = await scheduleSidang(tppSecretariat, "2026-03-05");
    await decideSidang(tppSecretariat, sidang);
    await wi.becomes(caseId, "SELESAI");

    // then
    expect(await wi.path(caseId)).toEqual(
      expect.arrayContaining(["FillMonev", "ScoreByTpi", "AwaitBatch", "IssueHpak", "DupakFinished"]),
    );
    const hpak = await textOf(await wi.pdf(caseId, "hpak"));
    expect(Object.values(AK_LAMA).reduce((sum, each) => sum + each, 0)).toBe(250);
    expect(hpak).toContain("254,800"); // 250,000 + 1,800 + 3,000
    expect(hpak).toContain("45,200"); // short of 300,000
    const { facts } = ok(await wi.browser.get(`/api/cases/${caseId}`));
    expect(Object.fromEntries(facts.map(({ label, value }: Fact) => [label.id, value]))).toMatchObject({
      "AK lama": "250,000",
      "AK baru": "4,800",
      "Jumlah AK": "254,800",
      "Kekurangan AK": "45,200",
    });
    const penjelasan = await textOf(await wi.pdf(caseId, "penjelasan"));
    expect(penjelasan).toContain("-0,600");
  }, 120_000);
});
