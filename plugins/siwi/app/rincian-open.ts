import type { SheetRequest } from "../../../src/plugin-api/index.js";
import type { DupakContext } from "./dupak-context.js";
import { forbid, refuse } from "./refusals.js";
import type { RincianRights } from "./rincian-rights.js";

/** A sheet that has been opened: the DUPAK, and what the reader may do. */
export interface OpenSheet extends DupakContext {
  readonly at: SheetRequest;
  readonly rights: RincianRights;
}

/** @throws {AppError} INVALID_STATE or FORBIDDEN when nothing may be changed now. */
export const requireEditing = ({ rights, at, dupak }: OpenSheet): void => {
  if (rights.edit !== null) return;
  if (at.actor.userId === dupak.pemilikId) {
    throw refuse(
      "DUPAK sudah dikirim; kegiatan tidak dapat diubah lagi",
      "The DUPAK has been sent; its rows cannot be changed",
    );
  }
  throw forbid("Anda tidak dapat mengubah baris DUPAK ini sekarang", "You cannot change rows of this DUPAK now");
};
