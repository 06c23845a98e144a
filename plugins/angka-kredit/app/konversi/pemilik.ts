import type { CaseFile, NewNotification } from "../../../../src/plugin-api/index.js";

/** The person that a case file is about, where that person has an account. */
export const toOwnerOf = ({ ownerId }: CaseFile): NewNotification["to"] =>
  ownerId === null ? [] : [{ userId: ownerId }];
