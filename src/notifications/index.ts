export { createNotifications, type NotificationsService } from "./create-notifications.js";
export { entities, migrations } from "./data/tables.js";
export { notificationRoutes, type NotificationRoutesDeps } from "./http/notification-routes.js";
export type { NewNotification, Notifications } from "./notification.js";
export type { Contact, NotificationsDeps } from "./notifications-deps.js";
