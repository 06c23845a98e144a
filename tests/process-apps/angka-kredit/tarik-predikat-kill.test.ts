import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { KepegawaianRepository, plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import type { UnitOfWork } from "../../../src/platform/db/index.js";
import { type KillablePlatform, openKillable } from "../../support/killable-platform.js";
import { generatedPerson } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";
import { Person, until } from "./journey.js";

const LESTARI = "instansi-bukit-lestari";
const PEOPLE = 170;
/** Questions for yearly grades at which the power goes: within the second and the fourth transaction. */
const KILLS = [50, 140];

describe("a pull of grades whose platform is killed", () => {
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    ...generatedPerson(at),
    instansiId: LESTARI,
    unitKerjaId: "unit-dinkes-bl",
    jenjang: "AHLI_MUDA",
    tmtJabatan: "2020-01-01",
  }));
  let siasn: SiasnServer;
  let killable: KillablePlatform;
  beforeAll(async () => {
    siasn = await new SiasnServer({ person: (nip) => ({ id: `PNS-${nip}`, nipBaru: nip }) }).start();
    for (const [at, { nip }] of people.entries())
      siasn.addTo("rw-skp22", nip, { tahun: 2025, KuadranKinerjaNilai: (at % 5) + 1 });
    killable = await openKillable(siasn.environment({ [LESTARI]: "S-1" }));
    await killable.platform.stop();
    await inDatabase((tx) => new KepegawaianRepository(tx.manager).addPegawai(people));
    await killable.platform.start();
  }, 180_000);
  afterAll(async () => {
    await killable.end();
    await siasn.stop();
  });

  const inDatabase = <T>(work: (tx: UnitOfWork) => Promise<T>): Promise<T> =>
    killable.inDatabase((db) => db.transaction(work), kepegawaian.entities);
  const waiting = (): Promise<number> =>
    inDatabase(async (tx) => {
      const sql = "SELECT COUNT(*) AS n FROM ak_tarikan_predikat WHERE hasil IS NULL";
      const [row] = await tx.manager.query<{ n: number }[]>(sql);
      return row?.n ?? 0;
    });
  const signIn = () => {
    const { url, passwords } = killable.platform;
    return Person.signIn({ url, passwords }, "penilai-kinerja");
  };
  const askedOf = (nip: string): number => siasn.asked(new RegExp(`rw-skp22/${nip}`, "u"));

  it("should go on with those still waiting, lose nobody and enter nobody twice", async () => {
    // when
    const { platform } = killable;
    const caseId = await (await signIn()).pullGrades("2025");
    for (const kill of KILLS) {
      await until(`${kill} questions`, async () => (siasn.asked(/rw-skp22/u) >= kill ? true : undefined));
      await platform.kill();
      expect(await waiting()).toBeGreaterThan(0); // it was midway
      await platform.start();
    }
    const penilai = await signIn();
    await penilai.becomes(caseId, "BERMASALAH"); // the four of the demo have no grade
    await platform.stop();
    // then
    const rows = await inDatabase((tx) =>
      tx.manager.query<{ nip: string; status: string; times: number }[]>(
        "SELECT nip, status, COUNT(*) AS times FROM ak_baris_konversi WHERE caseId = ? GROUP BY nip, status",
        [caseId],
      ),
    );
    const of = (status: string) => rows.filter((row) => row.status === status);
    expect(
      of("SAH")
        .map(({ nip }) => nip)
        .toSorted(),
    ).toEqual(people.map(({ nip }) => nip).toSorted());
    expect(of("BERMASALAH")).toHaveLength(4);
    expect(rows.every(({ times }) => times === 1)).toBe(true);
    // Whoever's answer was written is not asked again; a kill repeats no more than the people in hand.
    const [first = ""] = rows.map(({ nip }) => nip).toSorted((a, b) => a.localeCompare(b));
    expect(askedOf(first)).toBe(1);
    expect(siasn.asked(/rw-skp22/u)).toBeLessThanOrEqual(PEOPLE + 4 + KILLS.length * 40);
  }, 180_000);
});
