import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { PrintRequest } from "../printed-document.js";

/** What a source gives for one item: the document to print; key and issuer are the run's, where the source gives none. */
export type PrintItem = Omit<PrintRequest, "key" | "issuedBy"> & {
  /** A key of its own keeps a document from being printed by a run when something else has printed it already. */
  readonly key?: string;
};

/** Where the documents of a print run come from; plugins offer them. */
export interface PrintSource {
  /** Unique over all plugins, e.g. `<plugin>/<what>`; runs remember it. */
  readonly id: string;
  readonly title: Localised;
  /**
   * Reads what is printed for one item, at the moment when it is printed. May run again for the same item after a crash or a
   * retry: whatever it takes (an official number) it takes once for each `ref`.
   * @throws {AppError} when this item cannot be printed now; its `detail` is what people read beside the item.
   */
  read(tx: UnitOfWork, ref: string): Promise<PrintItem>;
}
