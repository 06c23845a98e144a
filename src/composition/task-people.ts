import type { Users } from "../identity/index.js";
import type { TaskPeople } from "../tasks/index.js";

/** Who is who in the task list, as identity knows it. */
export const taskPeople = (users: Users): TaskPeople => ({
  async byUsernames(tx, usernames) {
    const contacts = await users.contacts(tx, { usernames });
    return new Map(contacts.map(({ userId, username, displayName }) => [username, { userId, username, displayName }]));
  },
  inGroups: (tx, groups, search, limit) => users.inGroups(tx, groups, search, limit),
});
