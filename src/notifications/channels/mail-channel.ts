import { createTransport } from "nodemailer";
import { OutboxRefusal } from "../../outbox/index.js";
import type { Channel } from "./channel.js";
import { plainText } from "./letter.js";

export interface MailOptions {
  /** `smtp://user:secret@mail.example.go.id:587` or `smtps://…:465`. */
  readonly url: string;
  /** Sender, e.g. `Alur <alur@example.go.id>`. */
  readonly from: string;
}

const WAIT_MS = 20_000;

/** What nodemailer throws: `responseCode` is the server's answer. */
interface SmtpFailure {
  readonly responseCode?: unknown;
  readonly code?: unknown;
}

/** 5xx about the envelope: the address is wrong for good. 535 (credentials) and the like are ours to mend, and tried again. */
const isAddressRefused = (error: unknown): boolean => {
  const { responseCode, code } = error as SmtpFailure;
  return code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500 && responseCode < 600;
};

/** Mail over SMTP, one connection for each message: they are few, and an idle connection would be cut anyway. */
export const createMailChannel = ({ url, from }: MailOptions): Channel => {
  const address = new URL(url);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(WAIT_MS));
  }
  const transport = createTransport(address.href, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(to, letter, messageId) {
      try {
        await transport.sendMail({
          to,
          subject: letter.title,
          text: plainText(letter),
          // The same at every attempt, so that a mailbox shows a repeated message once.
          messageId: `<${messageId}@alur>`,
        });
      } catch (error) {
        if (!isAddressRefused(error)) throw error;
        throw new OutboxRefusal("Expected a mail address that takes messages, but the server refused it", {
          cause: error,
        });
      }
    },
    close: () => transport.close(),
  };
};
