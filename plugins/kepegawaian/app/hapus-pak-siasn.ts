import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Pak } from "../domain/pak.js";
import { nomorSama } from "./nomor-sama.js";
import type { SapkDeps } from "./sapk-deps.js";

/** What became of it; `MANUAL`: it is still there and nothing may be written from here, so that people delete it there. */
export interface HasilHapus {
  readonly siasn: "TERHAPUS" | "TIDAK_ADA" | "MANUAL" | "BERLAKU";
}

/**
 * Takes a cancelled PAK out of SIASN, behind the same switch as the write-back of issued ones. Repeatable: SIASN is asked
 * first whether it still has it. Source: domain note 4.1 (`angkakredit/delete/{id}`).
 *
 * @throws {SiasnGalat} with a sentence for the person who reads the incident.
 */
export const hapusPakSiasn = async (
  deps: SapkDeps,
  { pakId, caseId }: { readonly pakId: string; readonly caseId: string },
  signal: AbortSignal,
): Promise<HasilHapus> => {
  const { pak, instansiId } = await deps.db.read(async (tx) => {
    const found = await deps.pak(tx).pak(pakId);
    const pegawai = found === undefined ? undefined : await deps.people(tx).pegawaiByNip(found.nip);
    return { pak: found, instansiId: pegawai?.instansiId ?? "" };
  });
  if (pak === undefined) return { siasn: "TIDAK_ADA" };
  if (pak.batal === null) return { siasn: "BERLAKU" };
  const { sambungan } = deps;
  if (sambungan === null || !sambungan.instansi.has(instansiId)) {
    if (pak.siasnId === null) return { siasn: "TIDAK_ADA" };
    return manual(deps, pak, caseId, instansiId);
  }
  const rows = await sambungan.sumber.riwayatKredit(pak.nip, signal);
  const row = rows.find(({ siasnId, nomor }) => siasnId === pak.siasnId || nomorSama(nomor, pak.nomor));
  if (row === undefined) return { siasn: "TIDAK_ADA" };
  if (!sambungan.tulis) return manual(deps, pak, caseId, instansiId);
  await sambungan.sumber.hapusKredit(row.siasnId, signal);
  await deps.db.transaction((tx) =>
    note(deps, tx, caseId, {
      action: "pak.siasn-deleted",
      story: { id: `menghapus PAK nomor ${pak.nomor} dari SIASN`, en: `deleted PAK ${pak.nomor} in SIASN` },
    }),
  );
  return { siasn: "TERHAPUS" };
};

/** Tells the agency's administrators what is left to do in SIASN. */
const manual = async (deps: SapkDeps, pak: Pak, caseId: string, instansiId: string): Promise<HasilHapus> => {
  const id = `PAK nomor ${pak.nomor} (NIP ${pak.nip}) sudah dibatalkan, tetapi masih tercatat di SIASN. Hapus di SIASN, pada riwayat angka kredit pegawai itu; pengiriman ke SIASN dari sini tidak dinyalakan.`;
  const en = `PAK ${pak.nomor} (NIP ${pak.nip}) was cancelled, but SIASN still has it. Delete it in SIASN, in the credit history of the employee; nothing is written to SIASN from here.`;
  await deps.db.transaction(async (tx) => {
    await deps.notifications.notify(tx, {
      to: [{ role: "admin-instansi", scopeId: instansiId }],
      title: { id: "Hapus PAK di SIASN", en: "Delete a PAK in SIASN" },
      body: { id, en },
      caseId,
      key: `siasn:hapus:${pak.id}`,
    });
    await note(deps, tx, caseId, {
      action: "pak.siasn-kept",
      story: {
        id: `memberi tahu bahwa PAK nomor ${pak.nomor} masih harus dihapus di SIASN`,
        en: `told that PAK ${pak.nomor} is still to be deleted in SIASN`,
      },
    });
  });
  return { siasn: "MANUAL" };
};

const note = async (
  deps: SapkDeps,
  tx: UnitOfWork,
  caseId: string,
  act: { readonly action: string; readonly story: { readonly id: string; readonly en: string } },
): Promise<void> => {
  const { id, processInstanceKey }: CaseFile = await deps.cases.get(tx, caseId);
  await deps.history.append(tx, {
    actorId: "system:hapus-pak-siasn",
    actorName: "Sistem",
    role: null,
    caseId: id,
    subject: { type: "CaseFile", id },
    processInstanceKey,
    ...act,
  });
};
