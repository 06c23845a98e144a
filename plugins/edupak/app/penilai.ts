import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { requirePenilai as requireAssessor } from "../../penilaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Who may score: a member of the team as every app has it. @throws {AppError} FORBIDDEN naming the reason. */
export const requirePenilai = (deps: EdupakDeps, tx: UnitOfWork, actor: Actor, dupak: Dupak): Promise<void> =>
  requireAssessor(deps, tx, actor, dupak, "penilai-jfk");
