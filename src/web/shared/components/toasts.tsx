import { IconAlertCircle, IconCircleCheck, IconX } from "@tabler/icons-react";
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { useTexts } from "../i18n/use-texts.js";
import { problemWords } from "./problem-alert.js";

interface Toast {
  readonly id: number;
  readonly tone: "success" | "danger";
  readonly text: string;
}

interface Toasts {
  /** Tells that something was done. */
  readonly done: (text: string) => void;
  /** Tells why something failed. */
  readonly failed: (error: unknown) => void;
}

const Context = createContext<Toasts | null>(null);

/** Short messages at the edge of the page. @throws {Error} outside the provider. */
export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (toasts === null) throw new Error("Expected <ToastProvider> above this component, but there is none");
  return toasts;
}

/** Holds and shows the messages; a success leaves after 6 seconds, a failure stays until it is closed. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTexts();
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setShown((list) => list.filter((toast) => toast.id !== id)), []);
  const add = useCallback(
    (tone: Toast["tone"], text: string) => {
      const id = next.current++;
      setShown((list) => [...list.filter((toast) => toast.text !== text).slice(-3), { id, tone, text }]);
      if (tone === "success") setTimeout(() => close(id), 6000);
    },
    [close],
  );
  const toasts = useMemo<Toasts>(
    () => ({
      done: (text) => add("success", text),
      failed: (error) => {
        const { title, detail } = problemWords(error, t);
        add("danger", detail === "" ? title : detail);
      },
    }),
    [add, t],
  );
  return (
    <Context value={toasts}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <div key={toast.id} className={`toast-line toast-line-${toast.tone}`}>
            {toast.tone === "success" ? (
              <IconCircleCheck size={20} aria-hidden />
            ) : (
              <IconAlertCircle size={20} aria-hidden />
            )}
            <span className="flex-fill">{toast.text}</span>
            <button
              type="button"
              className="toast-close"
              aria-label={t("action.close")}
              onClick={() => close(toast.id)}
            >
              <IconX size={16} aria-hidden />
            </button>
          </div>
        ))}
      </div>
    </Context>
  );
}
