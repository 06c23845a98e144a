import type { AccessRules } from "../../src/plugin-api/index.js";
import { APP } from "./app/edupak-deps.js";
import { MASUK, STATUS_DUPAK } from "./domain/status-dupak.js";

const SENT = STATUS_DUPAK.filter((status) => status !== "DRAF" && status !== "DIBATALKAN");
const AT_TEAM = MASUK.slice(MASUK.indexOf("PENILAIAN_SEMENTARA"));
const MONTH_SENT = ["DIAJUKAN", "DISETUJUI_ATASAN", "DIKEMBALIKAN_ATASAN", "TERKUNCI"];

/**
 * Who reads what. A draft is its owner's alone; superiors see what was sent to them, an agency its own, the secretariat and
 * the team what has reached them. Source: domain note 1.1, 1.5.2.
 */
export const edupakAccess: AccessRules = ({ userId, role }, { can }) => {
  const dupak = { app: APP, type: "dupak" };
  const month = { app: APP, type: "inventarisasi" };
  const instansi = role?.scopeId ?? "";
  switch (role?.role ?? "") {
    case "atasan-jfk":
      can("read", "CaseFile", { ...month, "scopes.atasan": userId, status: { $in: MONTH_SENT } });
      can("read", "CaseFile", { ...dupak, "scopes.atasan": userId, status: { $in: SENT } });
      break;
    case "pejabat-pengusul":
      can("read", "CaseFile", { ...dupak, "scopes.pejabat": userId, status: { $in: SENT } });
      can("read", "CaseFile", { ...month, "scopes.instansi": instansi, status: "TERKUNCI" });
      break;
    case "admin-instansi":
      can("read", "CaseFile", { ...dupak, "scopes.instansi": instansi, status: { $in: SENT } });
      can("read", "CaseFile", { ...month, "scopes.instansi": instansi, status: { $in: MONTH_SENT } });
      can("read", "CaseFile", {
        app: APP,
        type: { $in: ["akun", "pak-terakhir", "atasan", "acuan-cetak", "rekap"] },
        "scopes.instansi": instansi,
      });
      break;
    case "sekretariat-jfk":
      can("read", "CaseFile", { ...dupak, status: { $in: [...MASUK, "DIKEMBALIKAN"] } });
      can("read", "CaseFile", { ...month, status: "TERKUNCI" });
      can("read", "CaseFile", { app: APP, type: { $in: ["sidang-jfk"] } });
      can("read", "CaseFile", { app: APP, type: "rekap", "scopes.pembuat": userId });
      break;
    case "penilai-jfk":
      can("read", "CaseFile", { ...dupak, status: { $in: AT_TEAM } });
      can("read", "CaseFile", { ...month, status: "TERKUNCI" });
      can("read", "CaseFile", { app: APP, type: "sidang-jfk" });
      break;
    case "super-admin-jfk":
      can("read", "CaseFile", { app: APP, type: "akun", "scopes.pembuat": userId });
      can("read", "CaseFile", { app: APP, type: { $in: ["acuan-cetak", "sidang-jfk"] } });
      break;
    default:
      break;
  }
};
