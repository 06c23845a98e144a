import type { AnyRoute } from "../http/index.js";
import type { NotificationsService } from "./create-notifications.js";

export interface NotificationRoutesDeps {
  readonly notifications: NotificationsService;
}

/** GET /notifications, POST /notifications/read. */
export declare function notificationRoutes(deps: NotificationRoutesDeps): AnyRoute[];
