import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { KepegawaianRepository, plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { peopleDirectory } from "../../../plugins/kepegawaian/data/people-directory.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const BODIES = [
  { id: "i-nk", nama: "Provinsi Nusa Kencana", kota: "Kencana", punyaTpi: true },
  { id: "i-ms", nama: "Kabupaten Muara Sakti", kota: "Muara", punyaTpi: false },
];
const UNITS = [
  { id: "u1", instansiId: "i-nk", nama: "Dinas Kesehatan" },
  { id: "u2", instansiId: "i-ms", nama: "Dinas Kesehatan" },
  { id: "u3", instansiId: "i-nk", nama: "Badan Kepegawaian Daerah" },
];

describe.each(databaseKinds)("units as scopes of a role on %s", (kind) => {
  let db: Database;
  const search = (text: string) => db.read((tx) => peopleDirectory.searchScopes(tx, "unit", text));
  beforeEach(async () => {
    db = await openTestDatabase(kind, {
      entities: kepegawaian.entities ?? [],
      migrations: kepegawaian.migrations ?? [],
    });
    await db.transaction(async ({ manager }) => {
      const people = new KepegawaianRepository(manager);
      for (const body of BODIES) await people.saveInstansi(body);
      for (const unit of UNITS) await people.saveUnitKerja(unit);
    });
  });
  afterEach(() => db.close());

  it("should be told apart by their instansi", async () => {
    expect(await search("dinas")).toEqual([
      { id: "u2", name: "Dinas Kesehatan, Kabupaten Muara Sakti" },
      { id: "u1", name: "Dinas Kesehatan, Provinsi Nusa Kencana" },
    ]);
    const names = await db.read((tx) => peopleDirectory.describeScopes(tx, "unit", ["u2", "u3", "u-lain"]));
    expect(names).toEqual(
      new Map([
        ["u3", "Badan Kepegawaian Daerah, Provinsi Nusa Kencana"],
        ["u2", "Dinas Kesehatan, Kabupaten Muara Sakti"],
      ]),
    );
  });

  it("should be found by words of the unit and of its instansi, whatever their order", async () => {
    expect((await search(" KENCANA  kesehatan ")).map(({ id }) => id)).toEqual(["u1"]);
    expect((await search("")).map(({ id }) => id)).toEqual(["u3", "u2", "u1"]);
    expect(await search("%")).toEqual([]);
  });
});
