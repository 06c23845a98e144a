import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { decideSidang } from "../../penilaian/plugin.js";
import { aturanSidang } from "./aturan-sidang.js";
import { approveDupak } from "./approve-dupak.js";
import { approveInventarisasi } from "./approve-inventarisasi.js";
import { composeDupak } from "./compose-dupak.js";
import { composeResume } from "./compose-resume.js";
import { confirmData, followDifference } from "./confirm-data.js";
import { decidePak } from "./decide-pak.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { receivePak } from "./receive-pak.js";
import { scoreDupak } from "./score-dupak.js";
import { sendInventarisasi } from "./send-inventarisasi.js";
import { receiveDupak, verifyDupak } from "./verify-dupak.js";

/** What the app adds to each of its user tasks. */
export const taskHandlers = (deps: EdupakDeps): readonly TaskHandler[] => [
  confirmData(deps),
  followDifference(deps),
  sendInventarisasi(deps),
  approveInventarisasi(deps),
  composeDupak(deps, "ComposeDupak"),
  composeDupak(deps, "RepairDupak"),
  approveDupak(deps, "ATASAN"),
  approveDupak(deps, "PEJABAT"),
  receiveDupak(deps),
  verifyDupak(deps),
  scoreDupak(deps),
  decideSidang(deps, aturanSidang(deps)),
  composeResume(deps),
  decidePak(deps),
  receivePak(deps),
];
