import { plugin as angkaKredit } from "../../plugins/angka-kredit/plugin.js";
import { plugin as kepegawaian } from "../../plugins/kepegawaian/plugin.js";
import { plugin as pelatihan } from "../../plugins/pelatihan/plugin.js";
import { plugin as siwi } from "../../plugins/siwi/plugin.js";
import { ControlledClock } from "../../src/platform/index.js";
import { contributionsOf, type Database } from "../../src/plugin-api/index.js";

type AnyJson = ReturnType<JSON["parse"]>;

/** What a run of the command left behind. */
export interface Run {
  readonly code: number;
  readonly output: readonly string[];
  readonly complaints: readonly string[];
}

/** The command `hitung` over a text, with the reference data of a first start unless a database is given. */
export const runHitung = async (
  input: string,
  database?: Database,
  now = "2026-03-02T08:00:00+07:00",
): Promise<Run> => {
  const plugins = [angkaKredit, kepegawaian, pelatihan, siwi];
  const output: string[] = [];
  const complaints: string[] = [];
  const command = angkaKredit.commands?.find(({ name }) => name === "hitung");
  if (command === undefined) throw new Error("Expected the command 'hitung', but there is none");
  const code = await command.run({
    clock: new ControlledClock(now),
    args: [],
    readInput: () => Promise.resolve(input),
    write: (line) => void output.push(line),
    complain: (line) => void complaints.push(line),
    contributions: (point) => contributionsOf(plugins, point),
    database: () => Promise.resolve(database),
  });
  return { code, output, complaints };
};

/** Answers as the JSON interface gives them. */
export const hitung = async (permintaan: unknown): Promise<AnyJson> => {
  const { output } = await runHitung(JSON.stringify(permintaan));
  return JSON.parse(output.join("\n"));
};

/** The result of one request. @throws {Error} when it was answered by a galat. */
export const hasil = async (permintaan: unknown): Promise<AnyJson> => {
  const answer = await hitung(permintaan);
  if (answer.galat !== undefined) throw new Error(`Expected a result, but got ${JSON.stringify(answer.galat)}`);
  return answer.hasil;
};

/** The galat of one request. @throws {Error} when it was answered by a result. */
export const galat = async (permintaan: unknown): Promise<{ kode: string; pesan: string; bidang?: string }> => {
  const answer = await hitung(permintaan);
  if (answer.galat === undefined) throw new Error(`Expected a galat, but got ${JSON.stringify(answer.hasil)}`);
  return answer.galat;
};
