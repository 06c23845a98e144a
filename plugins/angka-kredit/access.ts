import type { AccessRules } from "../../src/plugin-api/index.js";
import { APP, PENGELOLA as KEEPER, UBAH_ACUAN } from "./app/acuan-deps.js";
import { PENETAP, PENGELOLA, PENILAI } from "./app/konversi/konversi-deps.js";

/**
 * Keepers of the rates see every proposed change, the numbers of documents and the reference data themselves; of conversions, the superior sees the own
 * unit, personnel office and determining official the own instansi. Source: domain note 2.3.6.
 */
export const angkaKreditAccess: AccessRules = ({ role }, { can }) => {
  const scope = role?.scopeId ?? "";
  switch (role?.role ?? "") {
    case KEEPER:
      can("read", "CaseFile", { app: APP, type: { $in: [UBAH_ACUAN, "acuan-cetak"] } });
      can("read", "ReferenceData");
      break;
    case PENILAI:
      can("read", "CaseFile", { app: APP, "scopes.unit": scope });
      break;
    case PENGELOLA:
    case PENETAP:
      can("read", "CaseFile", { app: APP, "scopes.instansi": scope });
      if (role?.role === PENETAP) can("follow", "PrintRun");
      break;
    default:
      break;
  }
};
