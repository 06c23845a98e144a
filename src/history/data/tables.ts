import { CreateHistory1764000002002 } from "./create-history.migration.js";
import { HistoryEntryEntity } from "./history-entry.entity.js";
import { HistoryHeadEntity } from "./history-head.entity.js";
import { HistoryPersonalEntity } from "./history-personal.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [HistoryEntryEntity, HistoryHeadEntity, HistoryPersonalEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [CreateHistory1764000002002];
