import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/platform/db/index.js";
import { AlurProcess } from "../../support/alur-process.js";
import { Person, type RowInput, until } from "./journey.js";

/** Documents printed at which the power goes. */
const KILLS = [10, 60, 110];
const MONTHS = 38; // January 2023 to February 2026
const PEOPLE = 3;

describe("an upload of grades whose platform is killed", () => {
  const folder = mkdtempSync(join(tmpdir(), "alur-konversi-kill-"));
  let platform: AlurProcess;
  beforeAll(async () => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
    platform = new AlurProcess(folder);
    await platform.start();
  }, 180_000);
  afterAll(async () => {
    await platform.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const query = async (sql: string): Promise<Record<string, number>> => {
    const db = await openDatabase({ url: `sqlite:${join(folder, "data", "alur.db")}`, entities: [], migrations: [] });
    try {
      const [row] = await db.read((tx) => tx.manager.query<Record<string, number>[]>(sql));
      return row ?? {};
    } finally {
      await db.close();
    }
  };

  it("should go on where it was, convert, number and print everything once", async () => {
    const signIn = () => Person.signIn({ url: platform.url, passwords: platform.passwords }, "penilai-kinerja");
    const nips = await (async () => {
      const db = await openDatabase({ url: `sqlite:${join(folder, "data", "alur.db")}`, entities: [], migrations: [] });
      const rows = await db.read((tx) =>
        tx.manager.query<{ nip: string }[]>(
          `SELECT nip FROM kepegawaian_pegawai WHERE id LIKE 'pegawai-perawat%' ORDER BY id LIMIT ${PEOPLE}`,
        ),
      );
      await db.close();
      return rows.map(({ nip }) => nip);
    })();
    const rows = nips.flatMap((nip) =>
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
    const printed = async (): Promise<number> => (await query("SELECT COUNT(*) AS n FROM printed_document"))["n"] ?? 0;
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
    ).toEqual({
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
    });
  }, 180_000);
});
