import { useId, type ReactElement } from "react";
import type { SheetColumn } from "../../../http/contract/cases.js";
import { Combobox, type ComboboxHit } from "../../shared/components/combobox.js";
import { longDayText } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface ColumnFieldProps {
  readonly column: SheetColumn;
  readonly value: string;
  readonly error: string | undefined;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly ComboboxHit[]>;
  readonly onChange: (text: string) => void;
}

/** The input of one column, by its kind. */
export function ColumnField(props: ColumnFieldProps): ReactElement {
  const { say, language } = useTexts();
  const { column, value, error } = props;
  const id = useId();
  const described = [column.help === undefined ? "" : `${id}-help`, error === undefined ? "" : `${id}-error`]
    .join(" ")
    .trim();
  return (
    <div className={`mb-3 field-${column.kind}`}>
      <label className={`form-label${column.required ? " required" : ""}`} htmlFor={id}>
        {say(column.label)}
      </label>
      <Input {...props} id={id} described={described === "" ? undefined : described} />
      {column.kind === "date" && value !== "" ? (
        <div className="form-hint mt-1" aria-hidden>
          {longDayText(value, language)}
        </div>
      ) : null}
      {error === undefined ? null : (
        <div className="invalid-feedback d-block" id={`${id}-error`}>
          {error}
        </div>
      )}
      {column.help === undefined ? null : (
        <div className="form-hint mt-1" id={`${id}-help`}>
          {say(column.help)}
        </div>
      )}
    </div>
  );
}

function Input({
  column,
  value,
  error,
  search,
  onChange,
  id,
  described,
}: ColumnFieldProps & { id: string; described: string | undefined }): ReactElement {
  const { t, say } = useTexts();
  const invalid = error !== undefined;
  const shared = {
    id,
    value,
    "aria-invalid": invalid,
    "aria-required": column.required,
    ...(described === undefined ? {} : { "aria-describedby": described }),
  };
  const look = (kind: string): string => `${kind}${invalid ? " is-invalid" : ""}`;
  switch (column.kind) {
    case "search":
      return (
        <Combobox
          id={id}
          value={value}
          invalid={invalid}
          required={column.required}
          describedBy={described}
          search={search}
          onChoose={(hit) => onChange(hit.value)}
          onClear={() => onChange("")}
        />
      );
    case "longtext":
      return (
        <textarea
          {...shared}
          className={look("form-control")}
          rows={3}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "choice":
      return (
        <select {...shared} className={look("form-select")} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t("field.choose")}</option>
          {column.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      );
    case "date":
      return (
        <input
          {...shared}
          type="date"
          name={column.key}
          className={look("form-control")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "integer":
    case "decimal":
      return (
        <input
          {...shared}
          type="text"
          inputMode="decimal"
          className={look("form-control tabular")}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "text":
    case "files":
      return (
        <input
          {...shared}
          type="text"
          className={look("form-control")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
