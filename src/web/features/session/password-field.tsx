import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useId, useState, type ReactElement } from "react";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autoComplete: "current-password" | "new-password";
  readonly autoFocus?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
}

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  value,
  onValue,
  autoComplete,
  autoFocus = false,
  help,
  error,
}: PasswordFieldProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const [shown, setShown] = useState(false);
  const described = [help === undefined ? "" : `${id}-help`, error === undefined ? "" : `${id}-error`].join(" ").trim();
  return (
    <div className="mb-3">
      <label className="form-label required" htmlFor={id}>
        {label}
      </label>
      <div className="input-group input-group-flat">
        <input
          id={id}
          type={shown ? "text" : "password"}
          className={`form-control${error === undefined ? "" : " is-invalid"}`}
          value={value}
          maxLength={200}
          required
          autoFocus={autoFocus}
          autoComplete={autoComplete}
          aria-invalid={error !== undefined}
          {...(described === "" ? {} : { "aria-describedby": described })}
          onChange={(event) => onValue(event.target.value)}
        />
        <button
          type="button"
          className="btn btn-icon"
          aria-pressed={shown}
          aria-label={t("password.show")}
          onClick={() => setShown(!shown)}
        >
          {shown ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
        </button>
      </div>
      {help === undefined ? null : (
        <div className="form-hint mt-1" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error === undefined ? null : (
        <div className="invalid-feedback d-block" id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}
