import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { forbid, refuse, textOf } from "../../kepegawaian/plugin.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { penyetujuDari } from "./atasan.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { readJfk } from "./jfk.js";
import { inventarisasiContext, type InventarisasiContext, moveInventarisasi } from "./kegiatan-context.js";
import { buktiPerBaris, sebutKegiatan, tempatBukti } from "./kegiatan-view.js";
import { tell, toUser } from "./notices.js";
import { tenggatLangkah } from "./tenggat.js";

/** The JFK fills a month and sends it to the atasan langsung, or calls it off. Source: domain note 1.5.1 steps 7, 8; 1.5.2. */
export const sendInventarisasi = (deps: EdupakDeps): TaskHandler => ({
  processId: "inventarisasi-bulanan",
  elementId: "FillInventarisasi",
  sheet: "kegiatan",

  async open(tx, { caseFile }) {
    const { inventarisasi } = await inventarisasiContext(deps, tx, caseFile.id);
    const { catatanPengembalian } = inventarisasi;
    return {
      data: {
        dikembalikan: catatanPengembalian !== null,
        ...(catatanPengembalian === null ? {} : { catatanPengembalian }),
      },
    };
  },

  async complete(tx, request) {
    const context = await inventarisasiContext(deps, tx, request.caseFile.id);
    if (request.actor.userId !== context.inventarisasi.pemilikId)
      throw forbid("Hanya pemilik inventarisasi yang dapat mengirim", "Only its owner may send an inventarisasi");
    return textOf(request.data, "keputusan") === "BATALKAN"
      ? callOff(deps, tx, request, context)
      : send(deps, tx, request, context);
  },
});

const send = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { caseFile }: TaskRequest,
  { inventarisasi, rows }: InventarisasiContext,
) => {
  await requireEvidence(deps, tx, caseFile.id, rows);
  const { atasan } = await penyetujuDari(deps, tx, inventarisasi.perorangan.pegawaiId);
  const perorangan = (await readJfk(deps, tx, inventarisasi.perorangan.pegawaiId)) ?? inventarisasi.perorangan;
  const sent = await moveInventarisasi(deps, tx, caseFile, "DIAJUKAN", { scopes: { atasan: atasan.userId } });
  await deps.store(tx).saveInventarisasi({
    ...inventarisasi,
    perorangan,
    atasanId: atasan.userId,
    catatanPengembalian: null,
    kirimKe: inventarisasi.kirimKe + 1,
  });
  const total = tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))).replace(".", ",");
  await tell(
    deps,
    tx,
    sent,
    "month-sent",
    toUser(atasan.userId),
    { id: "Inventarisasi perlu disetujui", en: "A month to approve" },
    {
      id: `${perorangan.nama} mengajukan ${caseFile.title}: ${rows.length} kegiatan, ${total}.`,
      en: `${perorangan.nama} has sent ${caseFile.reference}: ${rows.length} activities, ${total}.`,
    },
  );
  return {
    variables: { keputusan: "KIRIM", atasan: atasan.username, ...(await tenggatLangkah(deps, tx, "SETUJUI")) },
    action: "inventarisasi.sent",
    story: {
      id: `mengajukan inventarisasi dengan ${rows.length} kegiatan sebesar ${total}`,
      en: `sent the month with ${rows.length} activities, ${total}`,
    },
  };
};

/** Every activity needs evidence. @throws {AppError} INVALID_STATE naming those without. Source: domain note 1.5.1 step 8. */
export const requireEvidence = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseId: string,
  rows: readonly KegiatanTerhitung[],
): Promise<void> => {
  if (rows.length === 0) throw refuse("Inventarisasi belum berisi kegiatan", "The month has no activities yet");
  const bukti = buktiPerBaris(await deps.files.listFor(tx, caseId));
  const bare = rows.filter(({ kegiatan }) => (bukti.get(tempatBukti(kegiatan.id)) ?? []).length === 0);
  if (bare.length === 0) return;
  const names = sebutKegiatan(bare);
  throw refuse(
    `${bare.length} kegiatan belum mempunyai bukti fisik: ${names.id}`,
    `${bare.length} activities have no evidence: ${names.en}`,
  );
};

const callOff = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { caseFile }: TaskRequest,
  { inventarisasi }: InventarisasiContext,
) => {
  await moveInventarisasi(deps, tx, caseFile, "DIBATALKAN", { closed: true });
  await deps.store(tx).saveInventarisasi({ ...inventarisasi, dibatalkan: true });
  return {
    variables: { keputusan: "BATALKAN" },
    action: "inventarisasi.called-off",
    story: { id: "membatalkan inventarisasi", en: "called the month off" },
  };
};
