import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import type { DokumenAk } from "./dokumen.js";
import type { KonversiDeps } from "./konversi-deps.js";

const FIRST_DAY = "2023-01-01";
const SUMBER = "Bawaan; disesuaikan instansi";

const POLA: Readonly<Record<DokumenAk, string>> = {
  "ak-konversi": "800.1.3.2/{nomor:5}/KONV/{tahun}",
  "ak-akumulasi": "800.1.3.2/{nomor:5}/AKUM/{tahun}",
  "ak-pak": "800.1.3.2/{nomor:5}/PAK/{tahun}",
};

/** Patterns of numbers that every installation starts with; what is in force already stays. */
export const seedPenomoran = async (deps: Pick<KonversiDeps, "printing">, tx: UnitOfWork): Promise<void> => {
  const printing = deps.printing(tx);
  for (const [dokumen, pola] of Object.entries(POLA)) {
    if ((await printing.pola(dokumen, FIRST_DAY)) !== undefined) continue;
    await printing.savePola({ id: `${dokumen}:${FIRST_DAY}`, dokumen, pola, berlakuMulai: FIRST_DAY, sumber: SUMBER });
  }
};
