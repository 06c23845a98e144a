import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { decideSidang } from "../../penilaian/plugin.js";
import { aturanSidang } from "./aturan-sidang.js";
import { checkRequirements } from "./check-requirements.js";
import { fillMonev } from "./fill-monev.js";
import { finishScoring } from "./finish-scoring.js";
import { handleTppReturn } from "./handle-tpp-return.js";
import { changeProfile } from "./change-profile.js";
import { confirmNiwn } from "./confirm-niwn.js";
import { managePeriod } from "./manage-period.js";
import { checkNiwnRequest } from "./niwn-check.js";
import { repairNiwnRequest } from "./niwn-request.js";
import { receiveByTpp } from "./receive-by-tpp.js";
import { sendBatch } from "./send-batch.js";
import { sendDupak } from "./send-dupak.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** What the app adds to each of its user tasks. */
export const taskHandlers = (deps: SiwiDeps): readonly TaskHandler[] => [
  fillMonev(deps),
  sendDupak(deps, "ComposeDupak"),
  sendDupak(deps, "RepairDupak"),
  checkRequirements(deps),
  finishScoring(deps, "TPI"),
  receiveByTpp(deps),
  handleTppReturn(deps),
  finishScoring(deps, "TPP"),
  sendBatch(deps),
  decideSidang(deps, aturanSidang(deps)),
  checkNiwnRequest(deps),
  repairNiwnRequest(deps),
  managePeriod(deps),
  changeProfile(deps),
  confirmNiwn(deps),
];
