import type { ReactElement } from "react";
import type { Localised } from "../format/localised.js";
import { spacedNip } from "../format/numbers.js";
import { useTexts } from "../i18n/use-texts.js";

interface FactsProps {
  readonly facts: readonly { readonly label: Localised; readonly value: string }[];
}

/** Labelled values side by side. */
export function Facts({ facts }: FactsProps): ReactElement | null {
  const { say } = useTexts();
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label.id}>
          <dt>{say(fact.label)}</dt>
          <dd>{spacedNip(fact.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
