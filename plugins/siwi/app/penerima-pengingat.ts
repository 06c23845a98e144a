import type { PenerimaPengingat } from "../../penilaian/plugin.js";
import { toAdminPusat, toOwner, toTpi, toTpiSecretariat, toTpp, toTppSecretariat } from "./notices.js";

/** Whom a step names in its header `kepada`. */
export const penerimaPengingat: PenerimaPengingat = (_tx, caseFile, kepada) => {
  const instansiId = caseFile.scopes["instansi"] ?? "";
  switch (kepada) {
    case "pemilik":
      return toOwner(caseFile);
    case "sekretariat-tpi":
      return [toTpiSecretariat(instansiId)];
    case "tpi":
      return [toTpi(instansiId)];
    case "sekretariat-tpp":
      return [toTppSecretariat];
    case "tpp":
      return [toTpp];
    case "admin-pusat":
      return [toAdminPusat];
    default:
      return undefined;
  }
};
