import { z } from "zod";
import { Localised } from "./shared-shapes.js";

/** GET /api/session · PUT /api/session/role · PUT /api/session/language · POST /api/session (sign in) · DELETE (sign out) · POST /api/activation · PUT /api/session/password */
export const RoleChoice = z.object({
  id: z.string(),
  role: z.string(),
  label: Localised,
  scopeType: z.string().nullable(),
  scopeId: z.string().nullable(),
  scopeName: z.string().nullable(),
});

export const Session = z.object({
  /** Null when nobody is signed in. */
  user: z
    .object({
      userId: z.string(),
      username: z.string(),
      displayName: z.string(),
      language: z.enum(["id", "en"]),
      activeRoleId: z.string().nullable(),
      roles: z.array(RoleChoice),
      /** What the menu offers in the active role. */
      menu: z.array(
        z.enum([
          "tasks",
          "cases",
          "start",
          "admin-users",
          "admin-reference",
          "studio",
          "history",
          "operations",
          "print-runs",
        ]),
      ),
    })
    .nullable(),
  /** To be sent as header `x-csrf-token` with every writing request. */
  csrfToken: z.string(),
});
export type Session = z.infer<typeof Session>;

export const SignIn = z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) });
export const Activation = z.object({
  username: z.string().trim().min(1).max(100),
  code: z.string().trim().min(1).max(100),
  password: z.string().min(12).max(200),
});
export const PasswordChange = z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) });

/** GET /api/pages (public): pages that plugins offer to everyone, each at its own address */
export const PublicPages = z.array(z.object({ path: z.string(), title: Localised, summary: Localised }));
export type PublicPages = z.infer<typeof PublicPages>;

/** GET /api/profile */
export const Profile = z.object({
  displayName: z.string(),
  username: z.string(),
  lines: z.array(z.object({ label: Localised, value: z.string() })),
  /** Where messages reach the person besides in the application; see PUT /api/profile/contact. */
  contact: z.object({ mail: z.string().nullable(), telegramChatId: z.string().nullable() }),
});
export type Profile = z.infer<typeof Profile>;

/** GET /api/notifications?unread=true · POST /api/notifications/read {ids} ("all" marks every one) */
export const NotificationItem = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  caseId: z.string().nullable(),
  at: z.int(),
  readAt: z.int().nullable(),
});
export const NotificationList = z.object({ items: z.array(NotificationItem), unread: z.int(), total: z.int() });
export type NotificationList = z.infer<typeof NotificationList>;
