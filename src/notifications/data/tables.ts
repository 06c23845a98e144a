import { CreateNotification1764000002006 } from "./create-notification.migration.js";
import { NotificationEntity } from "./notification.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [NotificationEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [CreateNotification1764000002006];
