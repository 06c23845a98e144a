import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import { type Tenggat, tenggatHariKerja } from "../../penilaian/plugin.js";
import { hariKerja, type Langkah } from "../domain/acuan-proses.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Due date of the step that begins now, in the working days that reference data say. */
export const tenggatLangkah = async (deps: EdupakDeps, tx: UnitOfWork, langkah: Langkah): Promise<Tenggat> =>
  tenggatHariKerja(deps, tx, hariKerja(await deps.credit(tx).acuan(), langkah, tanggalWib(deps.clock.now())));
