export {
  type Contact,
  createNotifications,
  type NotificationsDeps,
  type NotificationsService,
} from "./create-notifications.js";
export { entities, migrations } from "./data/tables.js";
export type { NewNotification, Notifications } from "./notification.js";
export { notificationRoutes, type NotificationRoutesDeps } from "./notification-routes.js";
