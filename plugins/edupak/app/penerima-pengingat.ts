import type { PenerimaPengingat } from "../../penilaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { toAdminInstansi, toOwner, toPenilai, toSekretariat, toUser } from "./notices.js";

/** Whom a step names in its header `kepada`. */
export const penerimaPengingat =
  (deps: EdupakDeps): PenerimaPengingat =>
  async (tx, caseFile, kepada) => {
    const store = deps.store(tx);
    switch (kepada) {
      case "pemilik":
        return toOwner(caseFile);
      case "atasan": {
        const month = await store.inventarisasiByCase(caseFile.id);
        return toUser((month ?? (await store.dupakByCase(caseFile.id)))?.atasanId ?? null);
      }
      case "pejabat":
        return toUser((await store.dupakByCase(caseFile.id))?.pejabatId ?? null);
      case "sekretariat-jfk":
        return [toSekretariat];
      case "penilai-jfk":
        return [toPenilai];
      case "admin-instansi":
        return [toAdminInstansi(caseFile.scopes["instansi"] ?? "")];
      default:
        return undefined;
    }
  };
