import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { bacaVolume } from "../../../plugins/angka-kredit/plugin.js";
import { SiwiRepository } from "../../../plugins/siwi/plugin.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { openDraft, ok, Person } from "./journey.js";

const ROWS = 200;

describe("a DUPAK of two hundred rows", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  it("should be paged by the server, add up over all rows and take one more", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const caseId = await openDraft(wi);
    const { db } = world.alur.services;
    await db.transaction(async (tx) => {
      const store = new SiwiRepository(tx.manager);
      const dupak = await store.dupakByCase(caseId);
      for (let urut = 1; urut <= ROWS; urut++) {
        await store.addRow({
          id: `row-${String(urut).padStart(4, "0")}`,
          dupakId: dupak?.id ?? "",
          urut,
          revision: 1,
          butirId: "WIDYAISWARA:22-2014:12",
          uraian: `Tatap muka ke-${urut}`,
          tanggalMulai: "2021-03-01",
          tanggalSelesai: "2021-03-01",
          tempat: "",
          volume: bacaVolume("3"),
          penulis: null,
          sumber: "ONLINE",
          nilaiTpi: null,
          keteranganTpi: null,
          nilaiTpp: null,
          keteranganTpp: null,
        });
      }
    });
    // when
    const page = ok(await wi.browser.get(`/api/cases/${caseId}/sheets/rincian?offset=150&limit=40`));
    const found = ok(
      await wi.browser.get(`/api/cases/${caseId}/sheets/rincian?search=${encodeURIComponent("ke-199")}`),
    );
    const added = ok(
      await wi.addRow(caseId, { kode: "12", uraian: "Satu lagi", tanggalMulai: "2021-03-01", volume: "0.5" }),
    );
    // then
    expect(page.total).toBe(ROWS);
    expect(page.rows).toHaveLength(40);
    expect(page.rows[0].values.uraian).toBe("Tatap muka ke-151");
    expect(page.totals.at(-1).values.akUsul).toBe("24.000"); // 200 × 3 × 0,040
    expect(found.total).toBe(1);
    expect(added.values.akUsul).toBe("0.020");
    const search = ok(await wi.browser.get(`/api/cases/${caseId}/sheets/rincian/search?column=kode&text=tatap`));
    expect(search.map(({ value }: { value: string }) => value)).toEqual(["12", "15"]);
  }, 120_000);
});
