import type { Localised } from "../../../src/plugin-api/index.js";
import type { PenerimaPengingat } from "../../penilaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { toAdminInstansi, toOwner, toPenilai, toSekretariat, toUser } from "./notices.js";

const nama = (id: string, en: string): Localised => ({ id, en });

/** Whom a step names in its header `kepada`. */
export const penerimaPengingat =
  (deps: EdupakDeps): PenerimaPengingat =>
  async (tx, caseFile, kepada) => {
    const store = deps.store(tx);
    switch (kepada) {
      case "pemilik":
        return { to: toOwner(caseFile), nama: nama("pemilik berkas", "the owner") };
      case "atasan": {
        const month = await store.inventarisasiByCase(caseFile.id);
        const atasanId = (month ?? (await store.dupakByCase(caseFile.id)))?.atasanId ?? null;
        return { to: toUser(atasanId), nama: nama("atasan", "the superior") };
      }
      case "pejabat": {
        const pejabatId = (await store.dupakByCase(caseFile.id))?.pejabatId ?? null;
        return { to: toUser(pejabatId), nama: nama("pejabat pengusul", "the proposing official") };
      }
      case "sekretariat-jfk":
        return { to: [toSekretariat], nama: nama("Sekretariat JFK", "the secretariat") };
      case "penilai-jfk":
        return { to: [toPenilai], nama: nama("Tim Penilai", "the assessors") };
      case "admin-instansi": {
        const to = [toAdminInstansi(caseFile.scopes["instansi"] ?? "")];
        return { to, nama: nama("Admin Instansi", "the administrators of the agency") };
      }
      default:
        return undefined;
    }
  };
