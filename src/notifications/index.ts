export type { NewNotification, Notifications } from "./notification.js";
