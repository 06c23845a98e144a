import type { PutusanSidang, Sidang } from "../domain/sidang.js";

/** Where an app keeps its sessions; one per unit of work. */
export interface SidangStore {
  sidang(id: string): Promise<Sidang | undefined>;
  sidangByCase(caseId: string): Promise<Sidang | undefined>;
  saveSidang(sidang: Sidang): Promise<void>;
  putusan(sidangId: string): Promise<readonly PutusanSidang[]>;
  addPutusan(putusan: PutusanSidang): Promise<void>;
  /** @returns false when the revision is old. */
  changePutusan(putusan: PutusanSidang): Promise<boolean>;
}
