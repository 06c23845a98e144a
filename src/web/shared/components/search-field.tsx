import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTexts } from "../i18n/use-texts.js";

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** True: the key `/` goes here. */
  readonly slashKey?: boolean;
}

const typingElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Search text, told 300 ms after the last key. */
export function SearchField({ value, onChange, label, slashKey = false }: SearchFieldProps): ReactElement {
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => tell.current(text), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  useEffect(() => {
    if (!slashKey) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typingElsewhere(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [slashKey]);

  return (
    <div className="input-icon search-field">
      <span className="input-icon-addon">
        <IconSearch size={18} aria-hidden />
      </span>
      <input
        ref={input}
        type="search"
        className="form-control"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      {text === "" ? (
        slashKey ? (
          <kbd className="search-key" aria-hidden="true">
            /
          </kbd>
        ) : null
      ) : (
        <button type="button" className="search-clear" aria-label={t("search.clear")} onClick={() => setText("")}>
          <IconX size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
