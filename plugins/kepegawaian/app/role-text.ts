/** Role as the history writes it. */
export const roleText = (role: { readonly role: string; readonly scopeId: string | null } | null): string | null =>
  role === null ? null : role.scopeId === null ? role.role : `${role.role}@${role.scopeId}`;
