import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type KillablePlatform, openKillable } from "../../support/killable-platform.js";
import { generatedPerson, siasnRow } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";
import { ok, Person, until } from "../siwi/journey.js";

const NUSA = "instansi-nusa-kencana";
const PEOPLE = Array.from({ length: 400 }, (_, index) => generatedPerson(index));
/** Questions asked of SIASN at which the power goes. */
const KILLS = [90, 260];

describe("a synchronisation whose platform is killed", () => {
  const byNip = new Map(PEOPLE.map((person) => [person.nip, siasnRow(person, "Dinas Sosial", `S-${NUSA}`)]));
  let siasn: SiasnServer;
  let killable: KillablePlatform;
  beforeAll(async () => {
    siasn = await new SiasnServer({ person: (nip) => byNip.get(nip) }).start();
    killable = await openKillable(siasn.environment({ [NUSA]: `S-${NUSA}` }));
  }, 180_000);
  afterAll(async () => {
    await killable.end();
    await siasn.stop();
  });

  it("should go on where it was, take everybody once and end", async () => {
    const { platform } = killable;
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
    await killable.inDatabase(async (db) => {
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
    });
  }, 180_000);
});
