import { ApiProblem } from "./problem.js";

/**
 * The result of work, unless the caller has gone or the server stops first; the work itself goes on.
 *
 * @throws {ApiProblem} 503 when the signal is aborted before.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const problem = (): ApiProblem =>
    new ApiProblem(
      503,
      "UNAVAILABLE",
      "Expected to wait for the end of the process instance, but the server is stopping",
    );
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(problem());
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    // Both are always waited for here: a failure that nobody waits for would end the process.
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}
