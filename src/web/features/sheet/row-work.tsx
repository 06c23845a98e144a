import { useRef, useState, type ReactElement } from "react";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { EvidenceViewer } from "./evidence-viewer.js";
import { RowFields } from "./row-fields.js";
import { RowFiles } from "./row-files.js";
import { RowFooter } from "./row-footer.js";
import type { SheetActs } from "./sheet-query.js";
import { useRowEdit } from "./use-row-edit.js";

interface RowWorkProps {
  readonly place: { readonly caseId: string; readonly sheetId: string };
  readonly page: SheetPage;
  readonly row: SheetRow | null;
  readonly acts: SheetActs;
  readonly onDirty: (dirty: boolean) => void;
  readonly onAdded: (row: SheetRow) => void;
  readonly onNext: (() => void) | null;
  readonly onRemoved: () => void;
}

const unreadableDates = (form: HTMLFormElement | null): readonly string[] =>
  [...(form?.querySelectorAll<HTMLInputElement>("input[type=date]") ?? [])].flatMap(({ name, validity }) =>
    validity.badInput ? [name] : [],
  );

/** Evidence on one side, fields on the other. */
export function RowWork(props: RowWorkProps): ReactElement {
  const { t } = useTexts();
  const { page, row, acts } = props;
  const form = useRef<HTMLFormElement>(null);
  const edit = useRowEdit({ ...props, unreadable: () => unreadableDates(form.current) });
  // Half a date changes no value and fires no change: it is seen at the keys, and when the field is left.
  const [halfTyped, setHalfTyped] = useState(false);
  const lookAtDates = (): void => setHalfTyped(unreadableDates(form.current).length > 0);
  const [shown, setShown] = useState<string | null>(row?.files[0]?.id ?? null);
  const files = row?.files ?? [];
  const file = files.find((candidate) => candidate.id === shown) ?? files[0] ?? null;
  return (
    <form
      ref={form}
      className="row-work"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void edit.save(false);
      }}
      onKeyUp={lookAtDates}
      onInput={lookAtDates}
      onBlur={lookAtDates}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void edit.save(true);
      }}
    >
      <div className={`row-columns${file === null ? "" : " row-columns-two"}`}>
        {file === null ? null : <EvidenceViewer file={file} />}
        <div className="row-form">
          <RowFields page={page} row={row} edit={edit} acts={acts} />
          {row === null ? (
            page.canAttach ? (
              <p className="text-secondary">{t("sheet.saveFirst")}</p>
            ) : null
          ) : page.columns.every(({ kind }) => kind !== "files") ? null : (
            <RowFiles row={row} canAttach={page.canAttach} acts={acts} shown={file?.id ?? null} onShow={setShown} />
          )}
        </div>
      </div>
      <RowFooter
        edit={edit}
        row={row}
        halfTyped={halfTyped}
        canRemove={page.canRemove}
        hasNext={props.onNext !== null}
      />
    </form>
  );
}
