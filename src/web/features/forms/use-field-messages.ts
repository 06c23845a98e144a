import { type RefObject, useCallback, useRef, useState } from "react";
import type { FieldMessage, FormValues } from "../../shared/form/form-slot.js";
import { valueAt } from "./value-at.js";

interface FieldMessages {
  readonly messages: readonly FieldMessage[];
  /** Grows with every attempt to send. */
  readonly round: number;
  readonly setMessages: (messages: readonly FieldMessage[]) => void;
  /** Those that still stand, for whoever asks before the next picture is drawn. */
  readonly standing: RefObject<readonly FieldMessage[]>;
  /** Takes away what is said of fields that were changed; the field itself says whether it is right now. */
  readonly dropRepaired: (before: FormValues, after: FormValues) => void;
}

/** What is wrong with a form since it was last sent. */
export function useFieldMessages(): FieldMessages {
  const [{ messages, round }, setState] = useState<{ messages: readonly FieldMessage[]; round: number }>({
    messages: [],
    round: 0,
  });
  const standing = useRef<readonly FieldMessage[]>([]);
  const setMessages = useCallback((found: readonly FieldMessage[]) => {
    standing.current = found;
    setState((state) => ({ messages: found, round: state.round + 1 }));
  }, []);
  const dropRepaired = useCallback((before: FormValues, after: FormValues) => {
    const isSame = ({ path }: FieldMessage): boolean =>
      JSON.stringify(valueAt(before, path)) === JSON.stringify(valueAt(after, path));
    standing.current = standing.current.filter(isSame);
    setState((state) => (state.messages.every(isSame) ? state : { ...state, messages: state.messages.filter(isSame) }));
  }, []);
  return { messages, round, setMessages, standing, dropRepaired };
}
