import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTexts } from "../i18n/use-texts.js";

export interface ComboboxHit {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface ComboboxProps {
  readonly id: string;
  readonly value: string;
  readonly onChoose: (hit: ComboboxHit) => void;
  readonly onClear: () => void;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly ComboboxHit[]>;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** True: the field shows the label of what was chosen, not its value. */
  readonly labelled?: boolean;
}

/** A field that offers what matches the typed text; only an offered value can be taken. Keys as in the ARIA pattern. */
export function Combobox(props: ComboboxProps): ReactElement {
  const { t } = useTexts();
  const listId = useId();
  const [text, setText] = useState(props.value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const hits = useHits(open, text === props.value ? "" : text, props.search);
  useEffect(() => setText(props.value), [props.value]);

  const choose = (hit: ComboboxHit | undefined): void => {
    if (hit === undefined) return;
    props.onChoose(hit);
    setText(props.labelled === true ? hit.label : hit.value);
    setOpen(false);
  };
  const leave = (): void => {
    setOpen(false);
    if (text === "") props.onClear();
    else setText(props.value);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setAt((index) => Math.max(0, Math.min(hits.items.length - 1, index + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(hits.items[at] ?? (hits.items.length === 1 ? hits.items[0] : undefined));
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
      setText(props.value);
    }
  };

  return (
    <div className="combobox">
      <input
        id={props.id}
        type="text"
        role="combobox"
        className={`form-control${props.invalid === true ? " is-invalid" : ""}`}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-invalid={props.invalid === true}
        aria-required={props.required === true}
        autoFocus={props.autoFocus === true}
        {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
        {...(open && at >= 0 ? { "aria-activedescendant": `${listId}-${at}` } : {})}
        value={text}
        placeholder={t("combobox.placeholder")}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
          setOpen(true);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKey}
      />
      <ul id={listId} role="listbox" className="combobox-list" hidden={!open} aria-label={t("combobox.offers")}>
        {hits.items.map((hit, index) => (
          <li
            key={hit.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? "active" : ""}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(hit);
            }}
          >
            <span>{hit.label}</span>
            {hit.hint === undefined ? null : <span className="combobox-hint">{hit.hint}</span>}
          </li>
        ))}
        {hits.items.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled className="combobox-none">
            {hits.loading ? t("loading") : t("combobox.none")}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function useHits(
  open: boolean,
  text: string,
  search: ComboboxProps["search"],
): { items: readonly ComboboxHit[]; loading: boolean } {
  const [items, setItems] = useState<readonly ComboboxHit[]>([]);
  const [loading, setLoading] = useState(false);
  const find = useRef(search);
  find.current = search;
  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    setLoading(true);
    const timer = setTimeout(() => {
      find
        .current(text.trim(), stop.signal)
        .then(setItems, () => setItems([]))
        .finally(() => stop.signal.aborted || setLoading(false));
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open, text]);
  return { items, loading };
}
