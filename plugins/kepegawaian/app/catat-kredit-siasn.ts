import { createHash } from "node:crypto";
import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { bulanDalam, type Pak } from "../domain/pak.js";
import { tanggalWib } from "../domain/hari-kerja.js";
import { nomorSama } from "./nomor-sama.js";
import type { SapkDeps } from "./sapk-deps.js";
import type { RiwayatKredit } from "./sumber-asn.js";

const FIELDS = ["nomor", "tanggal", "jenis", "masaMulai", "masaSelesai", "akUtama", "akPenunjang", "akTotal"] as const;

/**
 * Brings the record of credit in line with rw-angkakredit. A decision issued here is recognised by its number; what SIASN has
 * changed or dropped is cancelled here and, changed, recorded anew; what was cancelled here does not come back. Months that another decision takes up stay with that one:
 * the source may hold overlapping periods. Source: domain note 4.1, 4.2.
 */
export const catatKreditSiasn = async (
  deps: Pick<SapkDeps, "pak" | "clock">,
  tx: UnitOfWork,
  nip: string,
  rows: readonly RiwayatKredit[],
): Promise<void> => {
  const pak = deps.pak(tx);
  const all = await pak.riwayat(nip);
  const known = all.filter(({ batal }) => batal === null);
  const batal = (alasan: string) => ({ pada: tanggalWib(deps.clock.now()), alasan });
  for (const row of rows) {
    const same = known.find(({ siasnId }) => siasnId === row.siasnId);
    if (same !== undefined && FIELDS.every((field) => same[field] === row[field])) continue;
    const issued = known.find((one) => one.siasnId === null && nomorSama(one.nomor, row.nomor));
    if (issued !== undefined) {
      await pak.setSiasnId(issued.id, row.siasnId);
      continue;
    }
    if (all.some((one) => one.batal !== null && isOf(one, row))) continue; // cancelled here: it is to be deleted there
    if (same?.sumber === "ALUR") continue; // issued here: the paper decides, SIASN is corrected there
    if (same !== undefined) await pak.cancel(same.id, batal("Diubah di SIASN"));
    const versi = all.filter(({ siasnId }) => siasnId === row.siasnId).length + 1;
    await pak.add(
      toPak(nip, row, versi),
      await pak.bulanBebas(nip, row.jenis, bulanDalam(row.masaMulai, row.masaSelesai)),
    );
  }
  for (const gone of known.filter(
    (one) => one.sumber === "SIASN" && rows.every((row) => row.siasnId !== one.siasnId),
  )) {
    await pak.cancel(gone.id, batal("Tidak ada lagi di SIASN"));
  }
};

/** Whether a row of SIASN is a decision that was issued here. */
const isOf = ({ sumber, siasnId, nomor }: Pak, row: RiwayatKredit): boolean =>
  sumber === "ALUR" && (siasnId === null ? nomorSama(nomor, row.nomor) : siasnId === row.siasnId);

const toPak = (nip: string, row: RiwayatKredit, versi: number): Pak => ({
  ...row,
  nip,
  id: createHash("sha256").update(["SIASN", nip, row.siasnId, versi].join("\n")).digest("hex").slice(0, 32),
  documentId: null,
  sumber: "SIASN",
  terunggah: [],
  batal: null,
});
