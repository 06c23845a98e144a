/** A database that a persistence suite runs on. */
export interface TestDatabase {
  readonly name: "sqlite" | "mariadb";
  /** `sqlite::memory:` or the URL of a server on loopback; each suite makes a database (schema) of its own there. */
  readonly url: string;
}

/**
 * The databases to loop over: SQLite always, MariaDB where `ALUR_TEST_MARIADB_URL` names a server (`npm test` starts one where
 * mariadb-server is installed; under CI=true it must be there). `DB=sqlite` or `DB=mariadb` narrows.
 *
 * @throws {Error} under CI=true without a MariaDB server: a suite must not shrink in silence.
 */
export function testDatabases(): TestDatabase[] {
  const mariadb = process.env["ALUR_TEST_MARIADB_URL"];
  if (process.env["CI"] === "true" && mariadb === undefined) {
    throw new Error("Expected ALUR_TEST_MARIADB_URL under CI=true, but it is not set");
  }
  const all: TestDatabase[] = [{ name: "sqlite", url: "sqlite::memory:" }];
  if (mariadb !== undefined) all.push({ name: "mariadb", url: mariadb });
  const only = process.env["DB"]?.split(",");
  return only === undefined ? all : all.filter(({ name }) => only.includes(name));
}
