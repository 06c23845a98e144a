import type { NewNotification } from "../../../src/plugin-api/index.js";

export { tell, toOwner } from "../../penilaian/plugin.js";

type To = NewNotification["to"][number];

export const toTpiSecretariat = (instansiId: string): To => ({ role: "sekretariat-tpi", scopeId: instansiId });
export const toTpi = (instansiId: string): To => ({ role: "tpi", scopeId: instansiId });
export const toTppSecretariat: To = { role: "sekretariat-tpp" };
export const toTpp: To = { role: "tpp" };
export const toAdminPusat: To = { role: "admin-pusat" };
