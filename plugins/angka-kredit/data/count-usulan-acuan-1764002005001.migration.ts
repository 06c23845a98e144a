import type { MigrationInterface, QueryRunner } from "typeorm";

const PREFIX = "ACUAN-AK-2026-".length;

/** Numbers of proposals to change reference data come from a counter for each year; it goes on after those given so far. */
export class CountUsulanAcuan1764002005001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const given = await runner.manager.query<{ reference: string }[]>(
      "SELECT reference FROM case_file WHERE app = 'angka-kredit' AND type = 'ubah-acuan-ak'",
    );
    const last = new Map<string, number>();
    for (const { reference } of given) {
      const counter = `ak:${reference.slice(0, PREFIX - 1)}`.replace(/-(\d{4})$/u, ":$1");
      last.set(counter, Math.max(last.get(counter) ?? 0, Number(reference.slice(PREFIX))));
    }
    for (const [counter, number] of last)
      await runner.query("INSERT INTO siwi_penghitung (id, terakhir) VALUES (?, ?)", [counter, number]);
  }

  /** A counter that stays behind does no harm. */
  async down(): Promise<void> {}
}
