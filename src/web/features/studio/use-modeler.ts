import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { now } from "../../shared/clock.js";
import { localKey, readLocal, removeLocal, writeLocal } from "../../shared/local-copy/local-copy.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { openModeler, type Editor, type Finding } from "./open-modeler.js";

export interface ModelerState {
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly editor: Editor | null;
  readonly dirty: boolean;
  /** A diagram kept on this device was put back. */
  readonly restored: boolean;
  readonly failure: unknown;
  readonly findings: readonly Finding[] | null;
  show(findings: readonly Finding[]): void;
  /** Back to the deployed diagram. */
  discard(): void;
  /** The diagram is deployed: nothing is kept here any more. */
  saved(): void;
}

/** Pause after the last change before the diagram is linted and kept, ms. */
const QUIET_MS = 600;

/** The modeler on the page, with what is drawn kept on this device and linted while drawing. */
export function useModeler(xml: string, definitionId: string | null): ModelerState {
  const user = useSignedIn();
  const { language } = useTexts();
  const key = localKey(user.userId, "diagram", definitionId ?? "new");
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [dirty, setDirty] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [fresh, setFresh] = useState(0);
  const kept = useMemo(() => readLocal<string>(key)?.data ?? null, [key, fresh, language]);
  const isSaved = useRef(false);

  useEffect(() => {
    const [host, side] = [canvas.current, panel.current];
    if (host === null || side === null) return undefined;
    let opened: Editor | null = null;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = async (): Promise<void> => {
      if (opened === null || gone || isSaved.current) return;
      writeLocal(key, { data: await opened.xml(), savedAt: now(), revision: 0 });
      const found = await opened.lint();
      if (gone) return;
      opened.mark(found);
      setFindings(found);
    };
    const onChange = (): void => {
      setDirty(true);
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), QUIET_MS);
    };
    const start = async (): Promise<void> => {
      opened = await openModeler(host, side, { xml: kept ?? xml, language, onChange });
      if (gone) {
        opened.destroy();
        return;
      }
      setEditor(opened);
      setDirty(kept !== null);
      const found = await opened.lint();
      if (!gone) opened.mark(found);
    };
    start().catch((cause: unknown) => gone || setFailure(cause));
    return () => {
      gone = true;
      clearTimeout(timer);
      opened?.destroy();
      setEditor(null);
    };
  }, [xml, kept, key, language]);

  // The canvas has its final size only when the notice beside it is gone.
  useEffect(() => editor?.fit(), [editor]);

  return {
    canvas,
    panel,
    editor,
    dirty,
    restored: kept !== null,
    failure,
    findings,
    show: (found) => {
      setFindings(found);
      editor?.mark(found);
    },
    discard: () => {
      removeLocal(key);
      setFresh((n) => n + 1);
    },
    saved: () => {
      isSaved.current = true;
      removeLocal(key);
    },
  };
}
