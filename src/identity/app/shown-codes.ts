import type { Actor } from "../../http/index.js";
import type { Clock } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { UserRepository } from "../data/user.repository.js";
import type { Activation, CodeViewer } from "../people.js";
import { activationHashOf } from "./activation-code.js";

/** Minutes for which whoever may see a new code can read it. */
const SHOWN_MINUTES = 30;

interface ShownCode {
  readonly code: string;
  readonly viewer: CodeViewer;
  /** Epoch ms. */
  readonly until: number;
}

const maySee = ({ userId, role }: Pick<Actor, "userId" | "role">, viewer: CodeViewer): boolean =>
  "userId" in viewer ? viewer.userId === userId : viewer.role === role?.role;

/** New one-time codes for as long as they may be read: in the memory of this process, nowhere else (adr/0002). */
export class ShownCodes {
  readonly #clock: Clock;
  readonly #codes = new Map<string, ShownCode>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** From the commit on, so that a code of a transaction that was rolled back is never read. */
  keep(tx: UnitOfWork, userId: string, code: string, viewer: CodeViewer): void {
    const now = this.#clock.now();
    const until = now + SHOWN_MINUTES * 60_000;
    this.#forget(now);
    tx.afterCommit(() => void this.#codes.set(userId, { code, viewer, until }));
  }

  /** What the account's code is worth now, with the code itself for its viewer. @throws {AppError} NOT_FOUND */
  async activationOf(tx: UnitOfWork, userId: string, actor: Pick<Actor, "userId" | "role">): Promise<Activation> {
    const { activationHash, activationExpiresAt } = await new UserRepository(tx).get(userId);
    const now = this.#clock.now();
    this.#forget(now);
    const shown = this.#codes.get(userId);
    if (activationHash === null) return { state: "used" };
    if ((activationExpiresAt ?? 0) <= now) return { state: "expired" };
    if (shown === undefined || !maySee(actor, shown.viewer)) return { state: "hidden" };
    // One that was replaced elsewhere opens nothing any more.
    if (activationHashOf(shown.code) !== activationHash) return { state: "hidden" };
    return { state: "shown", code: shown.code };
  }

  #forget(now: number): void {
    for (const [userId, { until }] of this.#codes) if (until <= now) this.#codes.delete(userId);
  }
}
