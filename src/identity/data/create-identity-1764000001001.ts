import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

const users = (c: ReturnType<typeof portableColumns>): Table =>
  new Table({
    name: "identity_user",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("username", { length: "100" }),
      c.varchar("displayName", { length: "200" }),
      c.varchar("mail", { length: "200", isNullable: true }),
      c.varchar("telegramChatId", { length: "64", isNullable: true }),
      c.varchar("personId", { length: "64", isNullable: true }),
      c.varchar("passwordHash", { isNullable: true }),
      c.varchar("activationHash", { length: "64", isNullable: true }),
      c.instant("activationExpiresAt", { isNullable: true }),
      c.boolean("active"),
      c.varchar("language", { length: "2" }),
      c.int("failures"),
      c.instant("firstFailureAt", { isNullable: true }),
      c.instant("lockedUntil", { isNullable: true }),
      c.id("lastRoleId", { isNullable: true }),
      c.instant("createdAt"),
    ],
    indices: [
      { name: "identity_user_username", columnNames: ["username"], isUnique: true },
      { name: "identity_user_person", columnNames: ["personId"] },
    ],
  });

const assignments = (c: ReturnType<typeof portableColumns>): Table =>
  new Table({
    name: "identity_role_assignment",
    columns: [
      c.id("id", { isPrimary: true }),
      c.id("userId"),
      c.varchar("role", { length: "64" }),
      c.varchar("scopeType", { length: "64", isNullable: true }),
      c.varchar("scopeId", { length: "64", isNullable: true }),
      c.instant("createdAt"),
    ],
    indices: [
      { name: "identity_role_user", columnNames: ["userId"] },
      { name: "identity_role_holder", columnNames: ["role", "scopeId"] },
    ],
  });

const sessions = (c: ReturnType<typeof portableColumns>): Table =>
  new Table({
    name: "identity_session",
    columns: [
      c.varchar("id", { length: "64", isPrimary: true }),
      c.id("userId", { isNullable: true }),
      c.text("content"),
      c.instant("expiresAt"),
    ],
    indices: [
      { name: "identity_session_user", columnNames: ["userId"] },
      { name: "identity_session_expiry", columnNames: ["expiresAt"] },
    ],
  });

/** Accounts, their roles, sessions, and the installation's secrets. */
export class CreateIdentity1764000001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(users(c));
    await runner.createTable(assignments(c));
    await runner.createTable(sessions(c));
    await runner.createTable(
      new Table({ name: "identity_secret", columns: [c.id("name", { isPrimary: true }), c.varchar("value")] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["identity_secret", "identity_session", "identity_role_assignment", "identity_user"]) {
      await runner.dropTable(name);
    }
  }
}
