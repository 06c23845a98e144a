const COLUMNS: Readonly<Record<string, string>> = {
  id: "c.id",
  app: "c.app",
  type: "c.type",
  reference: "c.reference",
  ownerId: "c.owner_id",
  subjectNumber: "c.subject_number",
  status: "c.status",
  processInstanceKey: "c.process_instance_key",
  openedAt: "c.opened_at",
  updatedAt: "c.updated_at",
  closedAt: "c.closed_at",
};

/**
 * Column of a field of CaseFile in lists (`case_file c`); a scope becomes a look into case_scope, by its primary key.
 * @throws {Error} for a field that access rules may not name.
 */
export const caseColumn = (field: string): string => {
  const column = COLUMNS[field];
  if (column !== undefined) return column;
  const scope = /^scopes\.([a-z][a-z0-9-]*)$/u.exec(field)?.[1];
  if (scope === undefined) throw new Error(`Expected a field of CaseFile in an access rule, but it is '${field}'`);
  return `(SELECT s.scope_id FROM case_scope s WHERE s.case_id = c.id AND s.scope_type = '${scope}')`;
};
