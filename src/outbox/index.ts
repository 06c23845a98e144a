export {
  createOutbox,
  type Delivery,
  type OutboxDeps,
  type OutboxHandler,
  type OutboxService,
  type StuckMessage,
} from "./create-outbox.js";
export { entities, migrations } from "./data/tables.js";
export type { Outbox, OutboxMessage } from "./outbox.js";
export { OutboxRefusal } from "./outbox-refusal.js";
