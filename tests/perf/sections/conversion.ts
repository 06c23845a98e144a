import { plugin } from "../../../plugins/angka-kredit/plugin.js";
import { systemClock } from "../../../src/platform/index.js";
import { type BenchPart, RUNS } from "../bench-section.js";
import { repeated } from "../figures.js";

const LEVELS = ["AHLI_PERTAMA", "AHLI_MUDA", "AHLI_MADYA", "AHLI_UTAMA"] as const;
const GRADES = ["SANGAT_BAIK", "BAIK", "BUTUH_PERBAIKAN"] as const;

/** One year of a person: two rows that are one, and a third of another grade. */
const aPerson = (index: number) => {
  const row = (bulanMulai: number, bulanSelesai: number, predikat: string | undefined) => ({
    jenjang: LEVELS[index % LEVELS.length],
    tahun: 2024,
    bulanMulai,
    bulanSelesai,
    predikat,
  });
  const grade = GRADES[index % GRADES.length];
  return {
    perhitungan: "konversi",
    periode: [row(1, 4, grade), row(5, 8, grade), row(9, 12, GRADES[(index + 1) % GRADES.length])],
  };
};

/** The yearly conversion of a ministry in January: requests as JSON in, answers with rows, accounts and sentences as JSON out. */
export const conversion: BenchPart = async ({ quick }, measured) => {
  const people = quick ? 10_000 : 100_000;
  const input = JSON.stringify(Array.from({ length: people }, (_, index) => aPerson(index)));
  const command = plugin.commands?.find(({ name }) => name === "hitung");
  if (command === undefined) throw new Error("Expected the command 'hitung', but there is none");
  await measured(`conversion of ${people.toLocaleString("en")} people, checked and explained, in one process`, () =>
    repeated(RUNS, { seconds: "s", "people per second": "1/s" }, async () => {
      const started = performance.now();
      await command.run({
        clock: systemClock,
        args: [],
        readInput: () => Promise.resolve(input),
        write: () => undefined,
        complain: () => undefined,
        contributions: () => [],
        database: () => Promise.resolve(undefined),
      });
      const seconds = (performance.now() - started) / 1000;
      return { seconds, "people per second": people / seconds };
    }),
  );
};
