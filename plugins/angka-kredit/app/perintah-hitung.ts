import type { CommandContext, Database, PluginCommand } from "../../../src/plugin-api/index.js";
import { hariIni } from "./hari-ini.js";
import { type BahanHitung, Kalkulator } from "./kalkulator.js";
import { PERHITUNGAN } from "./semua-perhitungan.js";
import { sumbanganPerhitungan, TITIK_PERHITUNGAN } from "./sumbangan.js";

type Acuan = Pick<BahanHitung, "acuan" | "butir">;

/** Where the command gets reference data from. */
interface SumberAcuan {
  /** Those of an installation. */
  readonly dari: (database: Database) => Promise<Acuan>;
  /** Those that every installation begins with. */
  readonly awal: (context: CommandContext) => Acuan;
}

const BUKAN_JSON = 2;

/**
 * `npm run -s hitung`: one JSON request or a list of them from the standard input, the answers to the standard output. Exit
 * code 0 also when an answer is a `galat`, 2 when the input is not JSON.
 */
export const perintahHitung = (sumber: SumberAcuan): PluginCommand => ({
  name: "hitung",
  async run(context) {
    let permintaan: unknown;
    try {
      permintaan = JSON.parse(await context.readInput()) as unknown;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      context.complain(`Masukan harus JSON: satu permintaan atau daftar permintaan, tetapi: ${reason}`);
      return BUKAN_JSON;
    }
    const database = await context.database();
    const acuan = database === undefined ? sumber.awal(context) : await sumber.dari(database);
    const kalkulator = new Kalkulator([
      ...PERHITUNGAN,
      ...sumbanganPerhitungan(context.contributions(TITIK_PERHITUNGAN)),
    ]);
    context.write(JSON.stringify(kalkulator.jawab(permintaan, { ...acuan, hariIni: hariIni(context.clock.now()) })));
    return 0;
  },
});
