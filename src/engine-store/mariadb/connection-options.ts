import type { ConnectionOptions } from "mysql2/promise";
import { AppError } from "../../platform/index.js";

/**
 * Options of a connection from `mysql://user:password@host:port/database`.
 *
 * @throws {AppError} BAD_INPUT when the text is no such URL.
 */
export function connectionOptions(url: string): ConnectionOptions {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const database = decodeURIComponent(parsed?.pathname.slice(1) ?? "");
  if (parsed === undefined || !/^(?:mysql|mariadb):$/u.test(parsed.protocol) || database === "") {
    throw new AppError(
      "BAD_INPUT",
      "Expected a database URL like mysql://user:password@host:3306/database, but it is not one",
    );
  }
  return {
    host: parsed.hostname,
    port: parsed.port === "" ? 3306 : Number(parsed.port),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    charset: "utf8mb4",
    supportBigNumbers: true,
    enableKeepAlive: true,
  };
}
