import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readSheet } from "../../../src/spreadsheets/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { approvedMonth, MARET, ok, Person, sentDupak } from "./journey.js";

const column = (key: string, heading: string, kind: "text" | "decimal") => ({
  key,
  headings: [heading] as const,
  kind,
  required: false,
});

describe("recap of e-DUPAK", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  const recap = async (by: Person, data: Readonly<Record<string, unknown>>): Promise<string> => {
    const { caseId } = ok(await by.start("rekap", data));
    await by.becomes(caseId, "SELESAI");
    return caseId;
  };
  const rowsOf = async (by: Person, caseId: string, columns: readonly ReturnType<typeof column>[]) => {
    const { files } = ok(await by.browser.get(`/api/cases/${caseId}`));
    const { status, bytes } = await by.browser.download(`/api/files/${files[0].id}`);
    expect(status).toBe(200);
    const rows: Record<string, unknown>[] = [];
    for await (const row of readSheet(Readable.from([bytes]), {
      columns: [...columns],
      maxRows: 1000,
      otherColumns: "ignore",
    })) {
      expect(row.problems).toEqual([]);
      rows.push({ ...row.values });
    }
    return rows;
  };

  it("should list what came in, for the own agency or for all, as a spreadsheet", async () => {
    // given
    const jfk = await Person.signIn(world, "jfk1");
    const atasan = await Person.signIn(world, "atasan-jfk");
    const admin = await Person.signIn(world, "admin-tirta-mulya");
    const foreign = await Person.signIn(world, "admin-karang-indah");
    const sekretariat = await Person.signIn(world, "sekretariat-jfk");
    await approvedMonth(jfk, atasan, "2021-03", MARET);
    await sentDupak(jfk, "2021-03");
    const period = { jenis: "USULAN", dari: "2026-01-01", sampai: "2026-03-02" };
    expect((await jfk.start("rekap", period)).status).toBe(404);
    expect((await admin.start("rekap", { ...period, sampai: "2025-12-31" })).body.errors[0].path).toBe("data.sampai");
    // when
    const own = await recap(admin, period);
    const other = await recap(foreign, period);
    const all = await recap(sekretariat, period);
    // then
    const columns = [
      column("nip", "NIP", "text"),
      column("usul", "AK usul", "decimal"),
      column("keadaan", "Keadaan", "text"),
    ];
    const [row, ...more] = await rowsOf(admin, own, columns);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ usul: "0.226", keadaan: "Menunggu atasan langsung" });
    expect(String(row?.["nip"])).toMatch(/^\d{18}$/);
    expect(await rowsOf(sekretariat, all, columns)).toHaveLength(1);
    const { facts } = ok(await foreign.browser.get(`/api/cases/${other}`));
    expect(facts).toMatchObject([
      { value: "0" },
      { value: "0" },
      { value: "0" },
      { files: [{ name: "REKAP-2026-0002.xlsx" }] },
    ]);
    expect((await foreign.browser.get(`/api/cases/${own}`)).status).toBe(404);
  }, 120_000);

  it("should list the users of the own agency with their last PAK", async () => {
    const admin = await Person.signIn(world, "admin-karang-indah");
    const users = await rowsOf(admin, await recap(admin, { jenis: "PENGGUNA" }), [
      column("pengguna", "Nama pengguna", "text"),
      column("peran", "Peran", "text"),
      column("pak", "PAK terakhir", "text"),
    ]);
    expect(users).toEqual([
      expect.objectContaining({ pengguna: "admin-karang-indah", peran: "Admin Instansi" }),
      expect.objectContaining({
        pengguna: "jfk4",
        peran: "Pejabat Fungsional Kepegawaian",
        pak: "PAK/0004/JFK/01/2021",
      }),
      expect.objectContaining({ pengguna: "atasan-karang-indah", peran: "Atasan Langsung" }),
      expect.objectContaining({ pengguna: "pejabat-karang-indah", peran: "Pejabat yang Berwenang" }),
    ]);
  }, 120_000);
});
