import { tanggalWib } from "../domain/hari-kerja.js";
import { mulaiSinkronisasi } from "./mulai-sinkronisasi.js";
import type { SapkDeps } from "./sapk-deps.js";

/** Every night: one synchronisation for each instansi, unless one is under way. @returns how many were opened. */
export const jadwalkanSapk = async (deps: SapkDeps): Promise<number> => {
  let opened = 0;
  for (const instansiId of deps.sambungan?.instansi.keys() ?? []) {
    if (await jadwalkanSatu(deps, instansiId)) opened += 1;
  }
  return opened;
};

const jadwalkanSatu = (deps: SapkDeps, instansiId: string): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const kunci = `malam:${tanggalWib(deps.clock.now())}:${instansiId}`;
    const store = deps.store(tx);
    if ((await store.adaRun(kunci)) || (await store.runBerjalan(instansiId)) !== undefined) return false;
    await mulaiSinkronisasi(deps, tx, { instansiId, nips: null, kunci });
    return true;
  });
