import { now } from "../clock.js";
import type { FormValues } from "../form/form-slot.js";
import { readLocal, removeLocal, writeLocal } from "../local-copy/local-copy.js";

/** `local`: only on this device so far. `gone`: the form takes no draft any more. */
export type DraftStatus = "clean" | "dirty" | "saving" | "saved" | "local" | "conflict" | "gone";

interface DraftKeeperOptions {
  readonly localKey: string;
  /** Revision of the server's draft that the form started from. */
  readonly revision: number;
  readonly save: (data: FormValues, revision: number) => Promise<{ revision: number; savedAt: number }>;
  readonly isConflict: (error: unknown) => boolean;
  readonly isGone: (error: unknown) => boolean;
  readonly onStatus: (status: DraftStatus, savedAt: number | null) => void;
}

/** Pause after the last change before the server is asked, ms. */
const QUIET_MS = 1200;
/** Pause before another try without a connection, ms. */
const RETRY_MS = 15_000;

/** Keeps a form's input: on this device at every change, on the server when typing pauses, one request at a time. */
export class DraftKeeper {
  #revision: number;
  #pending: FormValues | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #saving = false;
  #sent: Promise<void> = Promise.resolve();
  #closed = false;
  #held = false;
  #finished = false;

  constructor(private readonly options: DraftKeeperOptions) {
    this.#revision = options.revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Starts (again): a page may be put up twice. */
  open(): void {
    this.#closed = false;
  }

  /** New values. */
  change(data: FormValues): void {
    if (this.#finished) return; // the renderer tells late changes of a form that is gone
    this.#pending = data;
    writeLocal(this.options.localKey, { data, savedAt: now(), revision: this.#revision });
    this.options.onStatus("dirty", null);
    this.#schedule(QUIET_MS);
  }

  /** Tries at once what waits. */
  retry(): void {
    if (this.#pending !== null) this.#schedule(0);
  }

  /** The form is being completed: no draft is sent meanwhile, or it could arrive at a task that is done. */
  hold(): void {
    this.#held = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** Resolves when the server has answered what was on its way: a draft must not arrive behind the form itself. */
  settled(): Promise<void> {
    return this.#sent;
  }

  /** The form was not completed after all: what waits is sent. */
  release(): void {
    this.#held = false;
    this.retry();
  }

  /** Ends without a further request; what is not on the server stays on this device. */
  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** The form is sent or thrown away: nothing is kept any more, nor what comes late. */
  finish(): void {
    this.close();
    this.#finished = true;
    this.#pending = null;
    removeLocal(this.options.localKey);
  }

  /** What the server does not have for sure. */
  get waiting(): FormValues | null {
    return this.#pending ?? readLocal<FormValues>(this.options.localKey)?.data ?? null;
  }

  /** After a conflict: this device's input goes over the server's, whose revision is given. */
  overwrite(revision: number): void {
    this.#revision = revision;
    this.#pending ??= readLocal<FormValues>(this.options.localKey)?.data ?? null;
    this.retry();
  }

  /** After a conflict: the server's values are taken. */
  takeOver(revision: number): void {
    this.#revision = revision;
    this.#pending = null;
    removeLocal(this.options.localKey);
    this.options.onStatus("saved", null);
  }

  #schedule(delay: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (!this.#closed && !this.#held) this.#timer = setTimeout(() => this.#send(), delay);
  }

  #send(): void {
    if (this.#pending === null || this.#saving || this.#closed || this.#held) return;
    this.#saving = true;
    this.#sent = this.#request(this.#pending);
  }

  async #request(data: FormValues): Promise<void> {
    this.options.onStatus("saving", null);
    try {
      const saved = await this.options.save(data, this.#revision);
      this.#revision = saved.revision;
      this.#settle(data, saved.savedAt);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#saving = false;
    }
  }

  #settle(sent: FormValues, savedAt: number): void {
    if (this.#pending === sent) {
      this.#pending = null;
      removeLocal(this.options.localKey);
      this.options.onStatus("saved", savedAt);
      return;
    }
    // Typed on meanwhile: the local copy now starts from the new revision.
    if (this.#pending !== null)
      writeLocal(this.options.localKey, { data: this.#pending, savedAt: now(), revision: this.#revision });
    this.options.onStatus("dirty", savedAt);
    setTimeout(() => this.#schedule(QUIET_MS), 0);
  }

  #fail(error: unknown): void {
    if (this.options.isConflict(error)) {
      this.options.onStatus("conflict", null);
      return;
    }
    if (this.options.isGone(error)) {
      this.options.onStatus("gone", null);
      return;
    }
    this.options.onStatus("local", null);
    setTimeout(() => this.#schedule(RETRY_MS), 0);
  }
}
