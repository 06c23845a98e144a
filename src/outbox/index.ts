export type { Outbox, OutboxMessage } from "./outbox.js";
