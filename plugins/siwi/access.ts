import type { AccessRules } from "../../src/plugin-api/index.js";
import { APP } from "./app/siwi-deps.js";
import { STATUS_DUPAK, type StatusDupak } from "./domain/status-dupak.js";

const SENT = STATUS_DUPAK.filter((status) => status !== "TERKUNCI_KUESIONER" && status !== "DRAF");
const after = (first: StatusDupak): readonly StatusDupak[] => STATUS_DUPAK.slice(STATUS_DUPAK.indexOf(first));
const AT_TPI: readonly StatusDupak[] = ["DITERUSKAN_TPI", ...after("DINILAI_TPI")];
const AT_TPP: readonly StatusDupak[] = after("DITERIMA_TPP");

/**
 * Who reads what. A draft is its owner's alone; an agency's roles see the agency; the central roles see what has reached them.
 * Source: domain note 1.1, 1.2, 1.3.
 */
export const siwiAccess: AccessRules = ({ role }, { can }) => {
  const dupak = { app: APP, type: "dupak" };
  const instansi = role?.scopeId ?? "";
  switch (role?.role ?? "") {
    case "sekretariat-tpi":
      can("read", "CaseFile", { ...dupak, "scopes.instansi": instansi, status: { $in: SENT } });
      can("read", "CaseFile", {
        app: APP,
        type: { $in: ["pengajuan-tpp", "perubahan-data", "acuan-cetak"] },
        "scopes.instansi": instansi,
      });
      break;
    case "tpi":
      can("read", "CaseFile", { ...dupak, "scopes.instansi": instansi, status: { $in: AT_TPI } });
      break;
    case "sekretariat-tpp":
      can("read", "CaseFile", { ...dupak, status: { $in: AT_TPP } });
      can("read", "CaseFile", { app: APP, type: { $in: ["pengajuan-tpp", "sidang"] } });
      break;
    case "tpp":
      can("read", "CaseFile", { ...dupak, status: { $in: AT_TPP } });
      can("read", "CaseFile", { app: APP, type: "sidang" });
      break;
    case "admin-pusat":
      can("read", "CaseFile", {
        app: APP,
        type: { $in: ["niwn", "niwn-kolektif", "masa-penilaian", "perubahan-data", "acuan-cetak"] },
      });
      break;
    case "admin-instansi":
    case "lembaga-pelatihan":
      can("read", "CaseFile", { app: APP, type: { $in: ["niwn", "niwn-kolektif"] }, "scopes.instansi": instansi });
      break;
    default:
      break;
  }
};
