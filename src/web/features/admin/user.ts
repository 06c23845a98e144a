import type { UserList } from "../../../http/contract/admin.js";

/** An account as the administration sees it. */
export type User = UserList["items"][number];
