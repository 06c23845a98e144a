import type { ReactElement } from "react";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { PasswordField } from "./password-field.js";

export type PasswordProblem = "short" | "different";

/** Shortest password that the server takes. */
const MIN_LENGTH = 12;

/** What is wrong with a new password, as far as the page can tell; null when nothing. */
export function passwordProblem(password: string, again: string): PasswordProblem | null {
  if (password.length < MIN_LENGTH) return "short";
  return password === again ? null : "different";
}

interface NewPasswordProps {
  readonly password: string;
  readonly again: string;
  readonly onPassword: (value: string) => void;
  readonly onAgain: (value: string) => void;
  readonly problem: PasswordProblem | null;
  /** Why the server did not take it. */
  readonly refusal: string | undefined;
}

/** A new password, typed twice. */
export function NewPassword({
  password,
  again,
  onPassword,
  onAgain,
  problem,
  refusal,
}: NewPasswordProps): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <PasswordField
        label={t("password.new")}
        value={password}
        onValue={onPassword}
        autoComplete="new-password"
        help={t("password.rule", { count: MIN_LENGTH })}
        error={problem === "short" ? t("password.short", { count: MIN_LENGTH }) : refusal}
      />
      <PasswordField
        label={t("password.again")}
        value={again}
        onValue={onAgain}
        autoComplete="new-password"
        error={problem === "different" ? t("password.different") : undefined}
      />
    </>
  );
}
