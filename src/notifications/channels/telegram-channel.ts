import { z } from "zod";
import { OutboxRefusal } from "../../outbox/index.js";
import type { Channel } from "./channel.js";
import { plainText } from "./letter.js";

export interface TelegramOptions {
  readonly token: string;
  /** Default https://api.telegram.org. */
  readonly apiUrl?: string;
}

const WAIT_MS = 20_000;
/** Longest text that sendMessage takes (https://core.telegram.org/bots/api#sendmessage). */
const MOST_CHARACTERS = 4_096;

const Answer = z.object({ description: z.string().optional() });

const describe = async (response: Response): Promise<string> => {
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  return answer.data?.description ?? `status ${response.status}`;
};

/** Telegram's bot API. 403 (the person stopped the bot) and 400 (no such chat) are for good; 429 and 5xx are tried again. */
export const createTelegramChannel = ({ token, apiUrl = "https://api.telegram.org" }: TelegramOptions): Channel => ({
  async send(address, letter) {
    const text = `${letter.title}\n\n${plainText(letter)}`.slice(0, MOST_CHARACTERS);
    const response = await fetch(new URL(`/bot${token}/sendMessage`, apiUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: address, text, link_preview_options: { is_disabled: true } }),
      signal: AbortSignal.timeout(WAIT_MS),
    }).catch((cause: unknown) => {
      // The address of a failed request holds the token: only the kind of failure goes on.
      const why = cause instanceof Error ? cause.name : "unknown";
      throw new Error(`Expected Telegram to answer, but the request failed (${why})`);
    });
    if (response.ok) {
      await response.body?.cancel();
      return;
    }
    const words = `Expected Telegram to take the message, but: ${await describe(response)}`;
    throw response.status === 403 || response.status === 400 ? new OutboxRefusal(words) : new Error(words);
  },
  close() {},
});
