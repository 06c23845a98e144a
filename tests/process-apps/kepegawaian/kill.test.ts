import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/platform/db/index.js";
import { AlurProcess } from "../../support/alur-process.js";
import { isEngineOutside, openOutsideEngine, type OutsideEngine } from "../../support/outside-engine.js";
import { generatedPerson, siasnRow } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";
import { ok, Person, until } from "../siwi/journey.js";

const NUSA = "instansi-nusa-kencana";
const PEOPLE = Array.from({ length: 400 }, (_, index) => generatedPerson(index));
/** Questions asked of SIASN at which the power goes. */
const KILLS = [90, 260];

describe("a synchronisation whose platform is killed", () => {
  const folder = mkdtempSync(join(tmpdir(), "alur-sapk-kill-"));
  const byNip = new Map(PEOPLE.map((person) => [person.nip, siasnRow(person, "Dinas Sosial", `S-${NUSA}`)]));
  let siasn: SiasnServer;
  let engine: OutsideEngine | undefined;
  let platform: AlurProcess;
  beforeAll(async () => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
    siasn = await new SiasnServer({ person: (nip) => byNip.get(nip) }).start();
    // An engine outside lives on: what it has handed out to a killed platform must come back.
    engine = isEngineOutside() ? await openOutsideEngine(["--data", join(folder, "engine")]) : undefined;
    const outside = engine === undefined ? {} : { ALUR_CAMUNDA_URL: engine.url };
    platform = new AlurProcess(folder, { ...outside, ...siasn.environment({ [NUSA]: `S-${NUSA}` }) });
    await platform.start();
  }, 180_000);
  afterAll(async () => {
    await platform.kill();
    await engine?.stop();
    await siasn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("should go on where it was, take everybody once and end", async () => {
    const signIn = () => Person.signIn({ url: platform.url, passwords: platform.passwords }, "admin-instansi");
    const daftarNip = PEOPLE.map(({ nip }) => nip).join("\n");
    const first = await signIn();
    const { caseId } = ok(
      await first.browser.post("/api/starts/kepegawaian/sinkronisasi-sapk", { data: { cakupan: "NIP", daftarNip } }),
    );
    const asked = () => siasn.asked(/data-utama/u);
    for (const kill of KILLS) {
      await until(`${kill} questions`, async () => (asked() >= kill ? true : undefined));
      await platform.kill();
      await platform.start();
    }
    const admin = await signIn();
    await admin.becomes(caseId, "SELESAI");
    const { facts } = ok(await admin.browser.get(`/api/cases/${caseId}`));
    expect(facts).toContainEqual({ label: { id: "Baru", en: "New" }, value: "400" });
    await platform.stop();
    // what was not written yet was asked again, and no more than that
    expect(asked()).toBeLessThan(PEOPLE.length + KILLS.length * 80);
    const db = await openDatabase({ url: `sqlite:${join(folder, "data", "alur.db")}`, entities: [], migrations: [] });
    try {
      const [counts] = await db.read((tx) =>
        tx.manager.query<Record<string, number>[]>(
          `SELECT (SELECT COUNT(*) FROM kepegawaian_snapshot) AS snapshots,
            (SELECT COUNT(*) FROM kepegawaian_pegawai WHERE unitKerjaId IN
              (SELECT id FROM kepegawaian_unit_kerja WHERE nama = 'Dinas Sosial')) AS people,
            (SELECT COUNT(*) FROM kepegawaian_unit_kerja WHERE nama = 'Dinas Sosial') AS units,
            (SELECT COUNT(*) FROM kepegawaian_sapk_antre WHERE status <> 'BARU') AS others`,
        ),
      );
      expect(counts).toEqual({ snapshots: 400, people: 400, units: 1, others: 0 });
    } finally {
      await db.close();
    }
  }, 180_000);
});
