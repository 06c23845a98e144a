export { createOutbox, type OutboxDeps, type OutboxService, type StuckMessage } from "./create-outbox.js";
export { entities, migrations } from "./data/tables.js";
export type { Outbox, OutboxMessage } from "./outbox.js";
export type { Delivery, OutboxHandler } from "./outbox-handler.js";
export { OutboxRefusal } from "./outbox-refusal.js";
