import type { Localised } from "../../../src/plugin-api/index.js";
import type { PenerimaPengingat } from "../../penilaian/plugin.js";
import { toAdminPusat, toOwner, toTpi, toTpiSecretariat, toTpp, toTppSecretariat } from "./notices.js";

const nama = (id: string, en: string): Localised => ({ id, en });

/** Whom a step names in its header `kepada`. */
export const penerimaPengingat: PenerimaPengingat = (_tx, caseFile, kepada) => {
  const instansiId = caseFile.scopes["instansi"] ?? "";
  switch (kepada) {
    case "pemilik":
      return { to: toOwner(caseFile), nama: nama("pemilik berkas", "the owner") };
    case "sekretariat-tpi":
      return { to: [toTpiSecretariat(instansiId)], nama: nama("Sekretariat TPI", "the secretariat of the agency") };
    case "tpi":
      return { to: [toTpi(instansiId)], nama: nama("TPI", "the assessors of the agency") };
    case "sekretariat-tpp":
      return { to: [toTppSecretariat], nama: nama("Sekretariat TPP", "the central secretariat") };
    case "tpp":
      return { to: [toTpp], nama: nama("TPP", "the central assessors") };
    case "admin-pusat":
      return { to: [toAdminPusat], nama: nama("Admin Pusat", "the central administrators") };
    default:
      return undefined;
  }
};
