import type { AlurProcess } from "./alur-process.js";

/** Something a person does, and how one sees afterwards that it is done. */
export interface Act {
  readonly name: string;
  readonly isDone: () => Promise<boolean>;
  readonly run: () => Promise<unknown>;
}

/** By name: the error of `fetch` is not of this realm's class. */
const isCutOff = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "name" in error && error.name === "TypeError";

/**
 * Plays acts on a platform that is killed during some of them. An act whose answer came counts as acknowledged and must be
 * found after each restart; one that was cut off is looked for, and done again only when it is not there.
 */
export class SurvivingActs {
  readonly #acknowledged: Act[] = [];
  #restarts = 0;

  /**
   * @param kills acts during which the power goes, and after how many milliseconds at most; the exact point is chance.
   * @param onRestart lets go of what the dead platform has given out, such as sessions.
   */
  constructor(
    private readonly platform: AlurProcess,
    private readonly kills: Readonly<Record<string, number>>,
    private readonly onRestart: () => void,
  ) {}

  get restarts(): number {
    return this.#restarts;
  }

  /** @throws {Error} when an acknowledged act is not there after a restart. */
  async survive(act: Act): Promise<void> {
    const delay = this.kills[act.name];
    if (delay === undefined) {
      await act.run();
    } else {
      if (await act.isDone()) throw new Error(`Expected '${act.name}' to be still to do, but it is done`);
      const running = act.run().then(
        () => undefined,
        (error: unknown) => error,
      );
      await new Promise((resolve) => setTimeout(resolve, Math.random() * delay));
      await this.platform.kill();
      const failure = await running;
      if (failure !== undefined && !isCutOff(failure)) throw failure;
      await this.#restart();
      const isDone = await act.isDone();
      if (failure === undefined && !isDone)
        throw new Error(`Expected '${act.name}', which was acknowledged, but it is lost`);
      if (!isDone) await act.run();
    }
    this.#acknowledged.push(act);
  }

  async #restart(): Promise<void> {
    this.onRestart();
    await this.platform.start();
    this.#restarts += 1;
    for (const act of this.#acknowledged) {
      if (!(await act.isDone())) throw new Error(`Expected '${act.name}' to have survived, but it is lost`);
    }
  }
}
