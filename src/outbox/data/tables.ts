import { CreateOutboxMessage1764000002001 } from "./create-outbox-message.migration.js";
import { OutboxMessageEntity } from "./outbox-message.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [OutboxMessageEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [CreateOutboxMessage1764000002001];
