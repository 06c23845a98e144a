import type { Lane } from "./load.js";

/**
 * Sends a request and gives its parsed body.
 *
 * @throws {Error} when the answer is no success: a bench of refusals would be fast.
 */
export async function ask<T>(lane: Lane, method: string, path: string, body?: string): Promise<T> {
  const answer = await lane.call(method, path, body);
  if (answer.status >= 300)
    throw new Error(`Expected ${method} ${path} to succeed, but: ${answer.status} ${answer.body}`);
  return (answer.body === "" ? undefined : JSON.parse(answer.body)) as T;
}
