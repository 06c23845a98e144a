import type { ReactElement } from "react";

export interface SheetSlotProps {
  readonly caseId: string;
  readonly sheetId: string;
  /** False: for reading only, whatever the columns allow. */
  readonly editable: boolean;
}

/** The sheet editor as a page gets it; the routes put it in, so that features stay apart. */
export type SheetSlot = (props: SheetSlotProps) => ReactElement;
