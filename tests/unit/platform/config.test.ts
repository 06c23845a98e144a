import { describe, expect, it } from "@jest/globals";
import { resolve } from "node:path";
import { AppError, readConfig, settingMetas } from "../../../src/platform/index.js";

const problemsOf = (environment: Record<string, string>, args: readonly string[] = []): string => {
  try {
    readConfig(environment, args);
  } catch (error) {
    if (error instanceof AppError && error.code === "BAD_CONFIG") return error.message;
    throw error;
  }
  return "";
};

describe("readConfig", () => {
  it("should need nothing", () => {
    expect(readConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      dataDir: resolve("./data"),
      demo: true,
      databaseUrl: `sqlite:${resolve("./data/alur.db")}`,
      camunda: null,
      engineApi: null,
      engineLogKeep: 0,
      sessionHours: 8,
      uploadLimitBytes: 104_857_600,
    });
  });

  it("should let the command line win over the environment", () => {
    const config = readConfig({ ALUR_PORT: "4000", ALUR_HOST: "0.0.0.0" }, [
      "--port",
      "5000",
      "--no-demo",
      "--data",
      "/srv/a",
    ]);
    expect(config).toMatchObject({ port: 5000, host: "0.0.0.0", demo: false, dataDir: "/srv/a" });
  });

  it("should keep a training environment apart: other folder, nothing sent outside", () => {
    const outside = { ALUR_MAIL_URL: "smtp://mail.example.go.id", ALUR_TELEGRAM_TOKEN: "1:a" };
    const training = readConfig(outside, ["--training"]);
    expect(training).toMatchObject({ training: true, mail: null, telegram: null });
    expect(training.dataDir).toMatch(/data-training$/);
    expect(readConfig({ ALUR_TRAINING: "on", ALUR_DATA_DIR: "/x" }).dataDir).toBe("/x");
    expect(readConfig(outside)).toMatchObject({ training: false, mail: { url: outside.ALUR_MAIL_URL } });
  });

  it("should name every problem with its variable, value and an example", () => {
    const message = problemsOf({ ALUR_PORT: "ninety", ALUR_SESSION_HOURS: "0", ALUR_DATABASE_URL: "postgres://x/y" });
    expect(message).toContain(
      "ALUR_PORT: Expected a whole number from 0 to 65535, but it is 'ninety' (for example ALUR_PORT=8080)",
    );
    expect(message).toContain("ALUR_SESSION_HOURS");
    expect(message).toContain("ALUR_DATABASE_URL: Expected an address that begins with mysql://");
  });

  it("should not print secrets", () => {
    expect(problemsOf({ ALUR_DATABASE_URL: "postgres://me:geheim@x/y" })).not.toContain("geheim");
    expect(problemsOf({ ALUR_ENGINE_API: "on", ALUR_ENGINE_API_PASSWORD: "kurz" })).not.toContain("kurz");
  });

  it("should notice a mistyped variable and leave foreign ones alone", () => {
    expect(problemsOf({ ALUR_PROT: "80" })).toContain("did you mean ALUR_PORT?");
    expect(problemsOf({ ALUR_TEST_MARIADB_URL: "mysql://root@127.0.0.1/x" })).toBe("");
  });

  it("should ask for what belongs together", () => {
    expect(problemsOf({ ALUR_ENGINE_API: "on" })).toContain("ALUR_ENGINE_API_PASSWORD");
    expect(problemsOf({ ALUR_CAMUNDA_URL: "http://c:8080", ALUR_CAMUNDA_USER: "alur" })).toContain(
      "ALUR_CAMUNDA_PASSWORD",
    );
  });

  it("should refuse an option that it does not know", () => {
    expect(problemsOf({}, ["--prot", "80"])).toContain("--prot");
  });

  it("should describe every variable with an example that it accepts itself", () => {
    for (const [name, meta] of settingMetas) {
      expect(meta.description.length).toBeGreaterThan(10);
      const companions = name.startsWith("ALUR_ENGINE_API")
        ? { ALUR_ENGINE_API_PASSWORD: "a-long-secret" }
        : { ALUR_CAMUNDA_USER: "a", ALUR_CAMUNDA_PASSWORD: "b" };
      expect(problemsOf({ ...companions, [name]: meta.example })).toBe("");
    }
  });
});
