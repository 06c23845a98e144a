import type { AccessRules } from "../../src/plugin-api/index.js";
import { APP, PENGELOLA, UBAH_ACUAN } from "./app/acuan-deps.js";

/** Keepers of the rates see every proposed change and the reference data themselves. */
export const angkaKreditAccess: AccessRules = ({ role }, { can }) => {
  if (role?.role !== PENGELOLA) return;
  can("read", "CaseFile", { app: APP, type: UBAH_ACUAN });
  can("read", "ReferenceData");
};
