import { useId, type InputHTMLAttributes, type ReactElement } from "react";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "onChange" | "value"> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly help?: string;
  readonly error?: string | undefined;
}

/** One labelled line of input with its help and its error. */
export function Field({ label, value, onValue, help, error, ...input }: FieldProps): ReactElement {
  const id = useId();
  const described = [help === undefined ? null : `${id}-help`, error === undefined ? null : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="mb-3">
      <label className={`form-label${input.required === true ? " required" : ""}`} htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={`form-control${error === undefined ? "" : " is-invalid"}`}
        value={value}
        aria-invalid={error !== undefined}
        {...(described === "" ? {} : { "aria-describedby": described })}
        onChange={(event) => onValue(event.target.value)}
      />
      {error === undefined ? null : (
        <div className="invalid-feedback" id={`${id}-error`}>
          {error}
        </div>
      )}
      {help === undefined ? null : (
        <div className="form-hint mt-1" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
