import type { SheetAction, SheetRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaMasa, refuse } from "../../kepegawaian/plugin.js";
import { akhirBulan, geserBulan } from "../domain/bulan.js";
import type { Inventarisasi } from "../domain/inventarisasi.js";
import { DAPAT_DIUBAH } from "../domain/status-inventarisasi.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { inventarisasiContext, inventarisasiOfCase, moveInventarisasi } from "./kegiatan-context.js";
import { copyOf, keepMany, MOST_ROWS, type OpenMonth } from "./kegiatan-edit.js";
import { recordAct } from "./record-act.js";
import { tenggatLangkah } from "./tenggat.js";

const COPY = "salin-bulan-lalu";
const REOPEN = "buka-kembali";
/** Message for which an approved month waits. */
export const PESAN_LANJUT = "inventarisasi-lanjut";

const bulanLalu = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { pemilikId, bulan }: Inventarisasi,
): Promise<Inventarisasi | undefined> => {
  const wanted = geserBulan(bulan, -1);
  return (await deps.store(tx).inventarisasiOf(pemilikId)).find((each) => each.bulan === wanted);
};

/** What the owner may do with the whole month now: copy the month before, or open an approved one again. */
export const kegiatanActions = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { caseFile, actor }: SheetRequest,
): Promise<readonly SheetAction[]> => {
  if (caseFile.ownerId !== actor.userId) return [];
  if (caseFile.status === "DISETUJUI_ATASAN") {
    return [
      {
        id: REOPEN,
        label: { id: "Buka kembali untuk diperbaiki", en: "Open again for repair" },
        withoutTask: true,
        confirm: {
          id: "Inventarisasi ini harus disetujui atasan lagi setelah diperbaiki. Buka kembali?",
          en: "Your superior must approve this month again after the repair. Open it again?",
        },
      },
    ];
  }
  if (!DAPAT_DIUBAH.includes(caseFile.status)) return [];
  const before = await bulanLalu(deps, tx, await inventarisasiOfCase(deps, tx, caseFile.id));
  if (before === undefined) return [];
  const nama = namaMasa({ masaMulai: before.bulan, masaSelesai: before.bulan });
  return [{ id: COPY, label: { id: `Salin kegiatan ${nama}`, en: `Copy the activities of ${before.bulan}` } }];
};

/** Does one of them. @throws {AppError} INVALID_STATE when it cannot be done now. */
export const actOnKegiatan = (deps: EdupakDeps, tx: UnitOfWork, sheet: OpenMonth, actionId: string): Promise<void> =>
  actionId === REOPEN ? reopen(deps, tx, sheet) : copyMonth(deps, tx, sheet);

/** The same day of the next month; its last day where the month is shorter. */
const geserHari = (tanggal: string, bulan: string): string => {
  const last = akhirBulan(bulan);
  const same = `${bulan}-${tanggal.slice(8, 10)}`;
  return same > last ? last : same;
};

const copyMonth = async (deps: EdupakDeps, tx: UnitOfWork, sheet: OpenMonth): Promise<void> => {
  const before = await bulanLalu(deps, tx, sheet.inventarisasi);
  const { rows } = before === undefined ? { rows: [] } : await inventarisasiContext(deps, tx, before.caseId);
  if (rows.length === 0) throw refuse("Bulan lalu tidak berisi kegiatan", "The month before has no activities");
  if (sheet.rows.length + rows.length > MOST_ROWS)
    throw refuse(`Paling banyak ${MOST_ROWS} kegiatan dalam satu bulan`, `At most ${MOST_ROWS} activities in a month`);
  const { bulan } = sheet.inventarisasi;
  const found = rows.map((row) => {
    const { tanggalMulai, tanggalSelesai } = row.kegiatan;
    return { ...row, tanggal: [geserHari(tanggalMulai, bulan), geserHari(tanggalSelesai, bulan)] as const };
  });
  const copies = copyOf(deps, sheet, found);
  const left = rows.length - copies.length;
  const also = left === 0 ? "" : `; ${left} dilewati karena butirnya tidak berlaku lagi`;
  await keepMany(deps, tx, sheet, copies, {
    id: `menyalin ${copies.length} kegiatan dari bulan lalu${also}`,
    en: `copied ${copies.length} activities of the month before${left === 0 ? "" : `; ${left} left out`}`,
  });
};

const reopen = async (deps: EdupakDeps, tx: UnitOfWork, { at, inventarisasi }: OpenMonth): Promise<void> => {
  const opened = await moveInventarisasi(deps, tx, at.caseFile, "DRAF");
  await deps.cases.publishMessage(tx, {
    name: PESAN_LANJUT,
    correlationKey: inventarisasi.caseId,
    messageId: `edupak:buka:${inventarisasi.caseId}:${opened.revision}`,
    variables: { keputusan: "BUKA", ...(await tenggatLangkah(deps, tx, "ISI")) },
  });
  await recordAct(deps, tx, at, {
    action: "inventarisasi.reopened",
    story: { id: "membuka kembali inventarisasi untuk diperbaiki", en: "opened the month again for repair" },
  });
};
