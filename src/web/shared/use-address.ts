import { useCallback, useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

type ChangeAddress = (
  next: (asked: URLSearchParams) => URLSearchParams,
  options: { readonly replace: boolean },
) => void;

/**
 * What the address asks for, and a way to change it. The address follows a choice in its own time: `next` gets what was asked
 * for last, not what is shown, so that a second choice does not undo the first.
 */
export function useAddress(): readonly [query: URLSearchParams, change: ChangeAddress] {
  const [query, setQuery] = useSearchParams();
  const asked = useRef(query);
  useEffect(() => {
    asked.current = query;
  }, [query]);
  const change = useCallback<ChangeAddress>(
    (next, options) => {
      asked.current = next(asked.current);
      setQuery(asked.current, options);
    },
    [setQuery],
  );
  return [query, change];
}
