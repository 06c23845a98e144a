import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { KepegawaianRepository } from "../../../plugins/kepegawaian/plugin.js";
import { generatedPerson, type SiasnRow } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";
import { Office, Person } from "./journey.js";

const LESTARI = "instansi-bukit-lestari";

describe.each(databaseKinds)("grades of many people from SIASN on %s", (kind) => {
  /** Whom SIASN does not know. */
  let unknown: Set<string>;
  let siasn: SiasnServer;
  let office: Office;
  beforeEach(async () => {
    unknown = new Set();
    siasn = await new SiasnServer({
      person: (nip) => (unknown.has(nip) ? undefined : { id: `PNS-${nip}`, nipBaru: nip }),
    }).start();
    office = await Office.open(kind, siasn.environment({ [LESTARI]: "S-1" }, { ALUR_SIASN_TIMEOUT: "1" }));
  }, 120_000);
  afterEach(async () => {
    await office.close();
    await siasn.stop();
  });

  const yearly = (name: string, tahun: number, kuadran: unknown): void =>
    siasn.addTo("rw-skp22", office.nip(name), { tahun, KuadranKinerjaNilai: kuadran });
  const periodic = (name: string, mulai: number, selesai: number, kuadran: unknown, more: SiasnRow = {}): void =>
    siasn.addTo("rw-kinerjaperiodik", office.nip(name), {
      tahun: 2025,
      bulanMulaiPenilaian: mulai,
      bulanSelesaiPenilaian: selesai,
      kuadranKinerjaNilai: kuadran,
      ...more,
    });
  const everybody = (): void => {
    for (const name of ["perawat1", "perawat2", "perawat3", "perawat4"]) yearly(name, 2025, 2);
  };
  /** Values of the rows of a person, in the order of the table, and what is said of them. */
  const rowsOf = async (caseId: string, name: string) =>
    (await office.penilai.rows(caseId))
      .filter(({ values }) => values["nip"] === office.nip(name))
      .map(({ values, notes }) => ({ ...values, note: notes.map(({ text }) => text.id).join(" | ") }));

  it("should convert the grades of the year of a unit as those of a spreadsheet", async () => {
    // given: the whole year stands for its periods; without it the periods count
    yearly("perawat1", 2025, 1);
    periodic("perawat1", 1, 3, 5);
    yearly("perawat1", 2024, 4);
    yearly("perawat2", 2025, "3");
    periodic("perawat3", 6, 12, 1);
    periodic("perawat3", 1, 5, 2);
    yearly("perawat4", 2025, 5);
    // when
    const caseId = await office.penilai.pullGrades("2025");
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.determine(caseId)).toBe("SELESAI");
    // then
    expect(await rowsOf(caseId, "perawat1")).toMatchObject([{ predikat: "Sangat Baik", angkaKredit: "18.750" }]);
    expect(await rowsOf(caseId, "perawat2")).toMatchObject([{ predikat: "Butuh Perbaikan", angkaKredit: "9.375" }]);
    expect(await rowsOf(caseId, "perawat3")).toMatchObject([
      { bulanMulai: "1", bulanSelesai: "5", angkaKredit: "10.417" },
      { bulanMulai: "6", bulanSelesai: "12", angkaKredit: "21.875", akumulasi: "32.292" },
    ]);
    expect(await rowsOf(caseId, "perawat4")).toMatchObject([{ predikat: "Sangat Kurang", angkaKredit: "1.250" }]);
    // when the same year is pulled again
    const again = await office.penilai.pullGrades("2025");
    await office.penilai.becomes(again, "BERMASALAH");
    expect((await rowsOf(again, "perawat1"))[0]?.note).toContain("konversi nomor");
  }, 120_000);

  it("should make rows with their reason of those whose grades cannot be had, and go on without them", async () => {
    // given
    unknown.add(office.nip("perawat1"));
    periodic("perawat2", 1, 12, 9);
    siasn.plan(new RegExp(`rw-skp22/${office.nip("perawat3")}`, "u"), "silence", 3);
    yearly("perawat4", 2025, 2);
    // when
    const caseId = await office.penilai.pullGrades("2025");
    await office.penilai.becomes(caseId, "BERMASALAH");
    // then
    const noteOf = async (name: string) => (await rowsOf(caseId, name)).map(({ note }) => note);
    expect(await noteOf("perawat1")).toEqual([expect.stringContaining("tidak dikenal SAPK/SIASN")]);
    expect(await noteOf("perawat2")).toEqual([
      expect.stringMatching(/salah pada 0\.kuadranKinerjaNilai: diharapkan kuadran kinerja 1 .*"9"/u),
    ]);
    expect(await noteOf("perawat3")).toEqual([expect.stringContaining("tidak menjawab dalam 1 detik")]);
    expect(await noteOf("perawat4")).toEqual([""]);
    expect((await office.penilai.facts(caseId))["Unduh baris bermasalah"]).toBe("perbaikan-konversi.xlsx");
    await office.penilai.do(caseId, "FollowUpProblems", { keputusan: "LANJUTKAN", tanpaBermasalah: true });
    expect(await office.determine(caseId)).toBe("SELESAI");
    expect(await rowsOf(caseId, "perawat4")).toMatchObject([{ angkaKredit: "5.000" }]);
  }, 120_000);

  it("should outlast ended tokens, too many questions and a broken connection, asking nobody who has answered again", async () => {
    // given
    everybody();
    siasn.plan(/rw-skp22/u, { status: 401 });
    siasn.plan(/rw-skp22/u, { status: 429, headers: { "retry-after": "0" } }, 2);
    siasn.plan(/rw-kinerjaperiodik/u, "cut");
    // when
    const caseId = await office.penilai.pullGrades("2025");
    // then
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.penilai.rows(caseId)).toHaveLength(4);
    expect(siasn.asked(/rw-skp22/u)).toBe(4 + 3);
    expect(siasn.asked(/rw-kinerjaperiodik/u)).toBe(4 + 1);
  }, 120_000);

  it("should say that somebody has no grade in that year, and take a repaired table in place of what was pulled", async () => {
    everybody();
    siasn.lists.delete(`rw-skp22/${office.nip("perawat2")}`);
    yearly("perawat2", 2024, 1);
    const caseId = await office.penilai.pullGrades("2025");
    await office.penilai.becomes(caseId, "BERMASALAH");
    expect((await rowsOf(caseId, "perawat2"))[0]?.note).toContain("predikat kinerja tahun 2025 dalam SIASN; belum ada");
    await office.penilai.do(caseId, "FollowUpProblems", {
      keputusan: "UNGGAH_ULANG",
      berkas: await office.penilai.table([office.grade("perawat2", 2025, "Baik")]),
    });
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.penilai.rows(caseId)).toHaveLength(1);
  }, 120_000);

  it("should ask for the people of the own scope only, never for the one who asks", async () => {
    everybody();
    const caseId = await office.admin.pullGrades("2025");
    await office.admin.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(siasn.asked(new RegExp(office.nip("admin-bl"), "u"))).toBe(0);
    const { status, body } = await office.penilai.start("konversi-massal", { sumber: "SIASN", tahun: "2022" });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("seharusnya 2023 sampai 2026");
    const perawat = await Person.signIn(office.world, "perawat1");
    expect((await perawat.start("konversi-massal", { sumber: "SIASN", tahun: "2025" })).status).toBe(404);
  }, 120_000);

  it("should go on with those still waiting after a job that failed midway", async () => {
    // given more people than one transaction takes, and a refusal among the last of them
    const more = Array.from({ length: 45 }, (_, at) => ({
      ...generatedPerson(at),
      instansiId: LESTARI,
      unitKerjaId: "unit-dinkes-bl",
      jenjang: "AHLI_MUDA",
    }));
    await office.world.alur.services.db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai(more));
    const nips = [...more.map(({ nip }) => nip), ...[1, 2, 3, 4].map((at) => office.nip(`perawat${at}`))].toSorted();
    const [first = "", last = ""] = [nips[0], nips.at(-1)];
    siasn.plan(new RegExp(`rw-skp22/${last}`, "u"), { status: 401 }, 2);
    // when
    const caseId = await office.penilai.pullGrades("2025");
    await office.world.eventually(
      async () => {
        const asked = siasn.asked(new RegExp(`rw-skp22/${last}`, "u"));
        if (asked === 2) await office.world.advance(6_000); // the pause before the job comes again
        return asked;
      },
      (asked) => asked > 2,
    );
    await office.penilai.becomes(caseId, "BERMASALAH");
    // then
    expect(siasn.asked(new RegExp(`rw-skp22/${first}`, "u"))).toBe(1);
    expect((await office.penilai.facts(caseId))["Baris bermasalah"]).toBe("49");
  }, 120_000);
});

describe("grades from SIASN without a link", () => {
  it("should be refused with one sentence, while spreadsheets are taken", async () => {
    const office = await Office.open();
    try {
      const refused = await office.penilai.start("konversi-massal", { sumber: "SIASN", tahun: "2025" });
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain("belum dikonfigurasi; unggah lembar kerja");
      const caseId = await office.penilai.uploadGrades([office.grade("perawat2", 2025, "Baik")]);
      await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    } finally {
      await office.close();
    }
  }, 120_000);
});
