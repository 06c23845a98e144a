import type { Letter } from "./letter.js";

/** A way to people outside the app. */
export interface Channel {
  /**
   * @throws {OutboxRefusal} when this address can never be reached (the message stays in the app); anything else thrown is
   * tried again later.
   */
  send(address: string, letter: Letter, messageId: string): Promise<void>;
  close(): void;
}
