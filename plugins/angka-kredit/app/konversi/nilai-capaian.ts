import { type CapaianPak, kelayakanPak } from "../../domain/kelayakan-pak.js";
import { barisOfCase } from "./baris-of-case.js";
import { berkasOfCase } from "./berkas-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { rekeningOrang } from "./rekening-pegawai.js";

const NONE: CapaianPak = { pangkatTerpenuhi: false, jenjangTerpenuhi: false, pangkatSudah: false, jenjangSudah: false };

/** What the account of the person has reached; the decision table `kelayakan-pak` says what follows from it, the status too. */
export const nilaiCapaian = (deps: KonversiDeps, caseId: string): Promise<CapaianPak> =>
  deps.db.transaction(async (tx) => {
    const { tanggal } = await berkasOfCase(deps, tx, caseId);
    const { periode } = await barisOfCase(deps, tx, caseId);
    if (periode === null || tanggal === null) return NONE;
    const { akun } = await rekeningOrang(deps, tx, [periode.nip], tanggal);
    const capaian = akun.get(periode.nip)?.capaian ?? NONE;
    if (kelayakanPak(capaian) !== null)
      await deps.cases.setStatus(tx, await deps.cases.get(tx, caseId), "MENUNGGU_PAK");
    return capaian;
  });
