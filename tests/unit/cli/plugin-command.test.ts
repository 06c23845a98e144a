import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAlur } from "../../support/alur.js";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const collect = (stream: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve) => {
    let all = "";
    stream.on("data", (chunk: Buffer) => (all += chunk.toString("utf8")));
    stream.on("end", () => resolve(all));
  });

/** The command as `npm run -s hitung` starts it. */
const run = async (input: string, dataDir: string, name = "hitung"): Promise<Ended> => {
  const child = spawn(process.execPath, ["src/cli/prepare.mjs", "plugin-command", name], {
    env: { ...process.env, ALUR_DATA_DIR: dataDir, ALUR_DATABASE_URL: undefined },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.on("error", () => undefined); // it may end before it has read
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([collect(child.stdout), collect(child.stderr)]);
  return { code: await ended, stdout, stderr };
};

const DEGREE = { perhitungan: "pendidikan", jenjang: "AHLI_MUDA", sudahDiperhitungkan: false };

describe("a plugin's command", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-command-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("should calculate without a data folder, and make none", async () => {
    const { code, stdout } = await run(JSON.stringify(DEGREE), join(folder, "absent"));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ hasil: { angkaKredit: "25.000" } });
  });

  it("should exit 2 for what is no JSON, with nothing on the standard output", async () => {
    const { code, stdout, stderr } = await run("{", join(folder, "absent"));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Masukan harus JSON");
  });

  it("should take the reference data of the data folder", async () => {
    const dataDir = join(folder, "data");
    const world = await openAlur({ dataDir, demo: false });
    await world.alur.services.db.transaction(async ({ manager }) => {
      await manager.query(
        `UPDATE ak_acuan SET nilai = '{"persen":50}' WHERE jenis = 'pendidikan' AND "berlakuMulai" = '2023-01-01'`,
      );
    });
    await world.close();
    const { stdout } = await run(JSON.stringify(DEGREE), dataDir);
    expect(JSON.parse(stdout)).toMatchObject({ hasil: { angkaKredit: "50.000" } });
  });

  it("should name the commands there are", async () => {
    const { code, stderr } = await run("", folder, "hapus");
    expect(code).toBe(1);
    expect(stderr).toContain("hitung");
  });
});
