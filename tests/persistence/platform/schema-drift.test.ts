import { afterEach, describe, expect, it } from "@jest/globals";
import { applicationTables } from "../../../src/composition/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

describe.each(databaseKinds)("tables of the platform on %s", (kind) => {
  let db: Database | undefined;
  afterEach(() => db?.close());

  it("should be made by the migrations exactly as the entities describe them", async () => {
    // when
    db = await openTestDatabase(kind, applicationTables([]));
    // then
    const { upQueries } = await db.read((tx) => tx.manager.dataSource.driver.createSchemaBuilder().log());
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
