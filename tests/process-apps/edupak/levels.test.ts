import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ButirKegiatanEntity } from "../../../plugins/angka-kredit/data/butir-kegiatan.entity.js";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { APPROVE, ok, openMonth, Person, SEND_MONTH, sentDupak } from "./journey.js";

/** An activity of the level above, made up: the list of Ahli Muda was not readable (domain note 2.6). */
const ABOVE = "221101001";
const FAR = "231101001";

describe("activities of other levels", () => {
  let world: AlurWorld;
  let jfk: Person;
  beforeAll(async () => {
    world = await openAlur();
    const { db } = world.alur.services;
    await db.transaction(async ({ manager }) => {
      const one = await manager.findOneByOrFail(ButirKegiatanEntity, { kode: "212101006" });
      const other = (kode: string, jenjang: string) =>
        Object.assign({}, one, { id: `uji:${kode}`, kode, jenjang, ak: 100 });
      await manager.insert(ButirKegiatanEntity, [other(ABOVE, "AHLI_MUDA"), other(FAR, "AHLI_MADYA")]);
    });
    jfk = await Person.signIn(world, "jfk1");
  }, 120_000);
  afterAll(() => world.close());

  it("should count at 80 % with a written assignment and at nothing without (B-03), and print the assignment", async () => {
    // given
    const atasan = await Person.signIn(world, "atasan-jfk");
    const caseId = await openMonth(jfk, "2021-03", []);
    const row = { kode: ABOVE, tanggalMulai: "2021-03-01", tanggalSelesai: "2021-03-31", volume: "7" };
    // when
    const assigned = ok(await jfk.addRow(caseId, { ...row, suratPerintah: "YA" }));
    const own = ok(await jfk.addRow(caseId, { ...row, suratPerintah: "TIDAK" }));
    const far = await jfk.addRow(caseId, { ...row, kode: FAR, suratPerintah: "YA" });
    // then
    expect(assigned.values["jumlahAk"]).toBe("0.560");
    expect(own.values["jumlahAk"]).toBe("0.000");
    expect(own.notes[0].text.id).toContain("tanpa surat perintah");
    expect(far).toMatchObject({ status: 400, body: { errors: [{ path: "values.kode" }] } });
    const offered = ok(await jfk.browser.get(`/api/cases/${caseId}/sheets/kegiatan/search?column=kode&text=1101001`));
    expect(offered.map(({ value }: { value: string }) => value)).toEqual([ABOVE]);
    for (const each of [assigned, own]) await jfk.attach(caseId, each, "bukti.pdf");
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    await atasan.do(caseId, "ApproveInventarisasi", APPROVE);
    const dupak = await sentDupak(jfk, "2021-03");
    await atasan.do(dupak, "ApproveByAtasan", APPROVE);
    const letter = (await readPdfText(await jfk.pdf(dupak, "surat-perintah"))).flat().join("\n");
    expect(letter).toContain(ABOVE);
    expect(letter).toContain("Ahli Muda");
    expect(letter).toContain("800/0001/SP/2026");
  }, 90_000);

  it("should round the row, not the unit (B-04)", async () => {
    const { db } = world.alur.services;
    await db.transaction(async ({ manager }) => {
      const one = await manager.findOneByOrFail(ButirKegiatanEntity, { kode: ABOVE });
      await manager.insert(ButirKegiatanEntity, Object.assign({}, one, { id: "uji:kecil", kode: "221101002", ak: 3 }));
    });
    const caseId = await openMonth(jfk, "2021-04", []);
    const values = { kode: "221101002", tanggalMulai: "2021-04-01", volume: "52", suratPerintah: "YA" };
    expect(ok(await jfk.addRow(caseId, values)).values["jumlahAk"]).toBe("0.125");
  });
});
