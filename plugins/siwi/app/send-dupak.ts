import type { CaseFile, TaskHandler, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, ak, AK_TERBESAR, tulisAk, UNSUR } from "../../angka-kredit/plugin.js";
import { tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import { type Dupak, PRASYARAT, type Prasyarat, type PerUnsur } from "../domain/dupak.js";
import { jalurUntuk } from "../domain/jalur.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { hariTerakhir, sedangBuka } from "../domain/periode.js";
import { type DupakContext, dupakContext, moveDupak } from "./dupak-context.js";
import { fileOf, fileValue, type FormData, textOf, ticked } from "./form-data.js";
import { tell, toTpiSecretariat, toTppSecretariat } from "./notices.js";
import { readWidyaiswara } from "./perorangan.js";
import { badInput, refuse } from "./refusals.js";
import { buktiPerBaris, tempatBukti } from "./rincian-view.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

const DOCUMENTS: Readonly<Record<Prasyarat, string>> = {
  skJabatan: "SK Jabatan",
  skPangkat: "SK pangkat terakhir",
  hpakTerakhir: "HPAK/PAK terakhir",
};

/** Kirim DUPAK, the first time (ComposeDupak) and after a return (RepairDupak). Source: domain note 1.3.1 steps 3 to 7. */
export const sendDupak = (deps: SiwiDeps, elementId: "ComposeDupak" | "RepairDupak"): TaskHandler => ({
  processId: "dupak-online",
  elementId,
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak } = await dupakContext(deps, tx, caseFile.id);
    return { data: formDataOf(dupak) };
  },

  async complete(tx, { caseFile, actor, data }) {
    const context = await dupakContext(deps, tx, caseFile.id);
    const { dupak } = context;
    if (actor.userId !== dupak.pemilikId)
      throw refuse("Hanya pemilik DUPAK yang dapat mengirim", "Only its owner may send a DUPAK");
    requireOpenPeriod(deps, context);
    await requireRows(deps, tx, caseFile, context, ticked(data, "bagianManual"));
    const prasyarat = await claimDocuments(deps, tx, caseFile, actor.userId, data);
    const now = await readWidyaiswara(deps, tx, dupak.perorangan.pegawaiId);
    if (!dupak.pernahDikirim && now !== undefined && now.nonaktifSejak !== null) {
      const since = now.nonaktifSejak;
      throw refuse(`NIWN Anda nonaktif sejak ${since}`, `Your NIWN has been out of use since ${since}`);
    }
    const perorangan = now?.perorangan ?? dupak.perorangan;
    const jalur = now === undefined ? dupak.jalur : jalurUntuk(perorangan.golongan, now.punyaTpi);
    const direct = jalur === "LANGSUNG_TPP";
    const sent = await moveDupak(deps, tx, caseFile, direct ? "DITERIMA_TPP" : "DIKIRIM");
    await deps.store(tx).saveDupak({
      ...dupak,
      perorangan,
      jalur,
      lama: dupak.lamaTerkunci ? dupak.lama : readLama(data),
      prasyarat,
      bagianManual: ticked(data, "bagianManual"),
      catatanPengembalian: null,
      pernahDikirim: true,
      siapDinilaiTpp: false,
    });
    const again = elementId === "RepairDupak";
    await tell(
      deps,
      tx,
      sent,
      "sent",
      [direct ? toTppSecretariat : toTpiSecretariat(perorangan.instansiId)],
      { id: again ? "DUPAK dikirim ulang" : "DUPAK baru", en: again ? "DUPAK sent again" : "New DUPAK" },
      {
        id: `${perorangan.nama} mengirim ${caseFile.reference}.`,
        en: `${perorangan.nama} has sent ${caseFile.reference}.`,
      },
    );
    return {
      variables: { jalur, keputusan: "KIRIM", ...(await tenggatLangkah(deps, tx, direct ? "terima" : "periksa")) },
      action: again ? "dupak.sent-again" : "dupak.sent",
      story: again
        ? { id: "memperbaiki dan mengirim ulang DUPAK", en: "repaired the DUPAK and sent it again" }
        : { id: "mengirim DUPAK", en: "sent the DUPAK" },
    };
  },
});

const AK_LAMA = UNSUR.map((unsur) => ({ unsur, key: `akLama${unsur}` }));

const formDataOf = (dupak: Dupak): FormData => ({
  dikembalikan: dupak.catatanPengembalian !== null,
  ...(dupak.catatanPengembalian === null ? {} : { catatanPengembalian: dupak.catatanPengembalian }),
  bagianManual: dupak.bagianManual,
  ...Object.fromEntries(
    PRASYARAT.flatMap((key) => (dupak.prasyarat[key] === undefined ? [] : [[key, fileValue(dupak.prasyarat[key])]])),
  ),
  ...(dupak.lamaTerkunci || dupak.pernahDikirim
    ? Object.fromEntries(AK_LAMA.map(({ unsur, key }) => [key, Number(tulisAk(dupak.lama[unsur]))]))
    : {}),
});

/** A DUPAK returned for repair may come back after the last day; a first one may not. */
const requireOpenPeriod = (deps: SiwiDeps, { dupak, periode }: DupakContext): void => {
  if (dupak.pernahDikirim || sedangBuka(periode, tanggalWib(deps.clock.now()))) return;
  throw refuse(
    `Masa pengiriman ${periode.nama} sudah ditutup pada ${tulisTanggal(hariTerakhir(periode))}`,
    `Sending for ${periode.nama} closed on ${hariTerakhir(periode)}`,
  );
};

const requireRows = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  { rows }: DupakContext,
  manual: boolean,
): Promise<void> => {
  if (rows.length === 0 && !manual) throw refuse("DUPAK belum berisi kegiatan", "The DUPAK has no activities yet");
  const bukti = buktiPerBaris(await deps.files.listFor(tx, caseFile.id));
  const bare = rows.filter(({ row }) => row.sumber === "ONLINE" && (bukti.get(tempatBukti(row.id)) ?? []).length === 0);
  if (bare.length === 0) return;
  const names = bare.map(({ row, butir }) => `kode ${butir.kode} (${row.uraian})`).join(", ");
  throw refuse(`Kegiatan berikut belum mempunyai bukti fisik: ${names}`, `These activities have no evidence: ${names}`);
};

const claimDocuments = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  userId: string,
  data: FormData,
): Promise<Dupak["prasyarat"]> => {
  const missing: Masalah[] = [];
  const found: Partial<Record<Prasyarat, { id: string; name: string }>> = {};
  for (const key of PRASYARAT) {
    const file = fileOf(data, key);
    if (file === undefined) {
      missing.push(masalah(key, `${DOCUMENTS[key]} wajib diunggah`, `${DOCUMENTS[key]} is required`));
    } else {
      const stored = await deps.files.claim(tx, {
        fileId: file.id,
        caseId: caseFile.id,
        place: `prasyarat:${key}`,
        userId,
      });
      found[key] = { id: stored.id, name: stored.name };
    }
  }
  if (missing.length > 0) throw badInput(missing, "data.");
  return found;
};

const readLama = (data: FormData): PerUnsur => {
  const faults: Masalah[] = [];
  const amounts = AK_LAMA.map(({ unsur, key }): readonly [string, Ak] => {
    const value = Math.round(Number(textOf(data, key) || "0") * 1000);
    if (!Number.isSafeInteger(value) || value < 0 || value > AK_TERBESAR) {
      faults.push(
        masalah(key, `Angka kredit lama harus antara 0 dan ${AK_TERBESAR / 1000}`, "Credit so far must be plausible"),
      );
      return [unsur, ak(0)];
    }
    return [unsur, ak(value)];
  });
  if (faults.length > 0) throw badInput(faults, "data.");
  return Object.fromEntries(amounts) as PerUnsur;
};
