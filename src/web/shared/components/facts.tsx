import type { ReactElement } from "react";
import type { Fact } from "../../../http/contract/shared-shapes.js";
import { fileAddress } from "../api/upload.js";
import { spacedNip } from "../format/numbers.js";
import { useTexts } from "../i18n/use-texts.js";

/** Numbers in groups, such as NIP and NIWN, are read as one. */
const isWholeNumber = (value: string): boolean => /^[\d ]{1,24}$/.test(value);

/** Labelled values side by side; files open in a page of their own. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement | null {
  const { say } = useTexts();
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label.id}>
          <dt>{say(fact.label)}</dt>
          <dd className={isWholeNumber(fact.value) ? "nowrap" : undefined}>
            {fact.files === undefined ? spacedNip(fact.value) : null}
            {fact.files?.map((file) => (
              <a key={file.id} className="d-block" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
