import type { NewNotification } from "../../../src/plugin-api/index.js";

export { tell, toOwner, toUser } from "../../penilaian/plugin.js";

type To = NewNotification["to"][number];

export const toSekretariat: To = { role: "sekretariat-jfk" };
export const toPenilai: To = { role: "penilai-jfk" };
export const toAdminInstansi = (instansiId: string): To => ({ role: "admin-instansi", scopeId: instansiId });
