import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type KillablePlatform, openKillable } from "../../support/killable-platform.js";
import { Person, type RowInput, until } from "./journey.js";

/** Documents printed at which the power goes. */
const KILLS = [10, 60, 110];
const MONTHS = 38; // January 2023 to February 2026
const PEOPLE = 3;

describe("an upload of grades whose platform is killed", () => {
  let killable: KillablePlatform;
  beforeAll(async () => {
    killable = await openKillable();
  }, 180_000);
  afterAll(() => killable.end());

  const query = <Row>(sql: string): Promise<Row[]> =>
    killable.inDatabase((db) => db.read((tx) => tx.manager.query<Row[]>(sql)));

  it("should go on where it was, convert, number and print everything once", async () => {
    const { platform } = killable;
    const signIn = () => Person.signIn({ url: platform.url, passwords: platform.passwords }, "penilai-kinerja");
    const people = await query<{ nip: string }>(
      `SELECT nip FROM kepegawaian_pegawai WHERE id LIKE 'pegawai-perawat%' ORDER BY id LIMIT ${PEOPLE}`,
    );
    const rows = people.flatMap(({ nip }) =>
      Array.from({ length: MONTHS }, (_, at): RowInput => {
        const bulan = String((at % 12) + 1);
        const tahun = String(2023 + Math.floor(at / 12));
        return { NIP: nip, Tahun: tahun, "Bulan Mulai": bulan, "Bulan Selesai": bulan, Predikat: "Sangat Baik" };
      }),
    );
    const first = await signIn();
    const caseId = await first.uploadGrades(rows);
    await first.becomes(caseId, "MENUNGGU_PENETAPAN");
    await first.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: true });
    const printed = async (): Promise<number> =>
      (await query<{ n: number }>("SELECT COUNT(*) AS n FROM printed_document"))[0]?.n ?? 0;
    for (const kill of KILLS) {
      await until(`${kill} documents`, async () => ((await printed()) >= kill ? true : undefined));
      await platform.kill();
      await platform.start();
    }
    const penilai = await signIn();
    await penilai.becomes(caseId, "SELESAI");
    await platform.stop();
    expect(
      await query(
        `SELECT (SELECT COUNT(*) FROM ak_konversi) AS conversions,
          (SELECT COUNT(DISTINCT nomor) FROM ak_konversi) AS numbers,
          (SELECT COUNT(*) FROM ak_konversi_bulan) AS months,
          (SELECT COUNT(*) FROM ak_konversi WHERE dokumenId IS NULL) AS unprinted,
          (SELECT COUNT(*) FROM printed_document WHERE template = 'angka-kredit/konversi') AS konversi,
          (SELECT COUNT(*) FROM printed_document WHERE template = 'angka-kredit/akumulasi') AS akumulasi,
          (SELECT COUNT(*) FROM printed_document WHERE template = 'angka-kredit/pak') AS paks,
          (SELECT COUNT(*) FROM kepegawaian_pak WHERE jenis = 'KONVERSI') AS recorded,
          (SELECT COUNT(*) FROM ak_pak_konversi WHERE catatanId IS NULL) AS unrecorded,
          (SELECT terakhir FROM siwi_penghitung WHERE id LIKE 'ak-konversi:%') AS taken`,
      ),
    ).toEqual([
      {
        conversions: MONTHS * PEOPLE,
        numbers: MONTHS * PEOPLE,
        months: MONTHS * PEOPLE,
        unprinted: 0,
        konversi: MONTHS * PEOPLE,
        akumulasi: PEOPLE,
        paks: 2, // III/a and III/c; III/b has no opening balance
        recorded: 2,
        unrecorded: 0,
        taken: MONTHS * PEOPLE, // no number is lost
      },
    ]);
  }, 180_000);
});
