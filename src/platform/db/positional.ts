/**
 * Named parameters (`:name`) as the question marks that both drivers take in raw SQL; `false` and `true` become 0 and 1,
 * which better-sqlite3 insists on. An array becomes a list of question marks (`IN (:ids)`), an empty one NULL.
 * @throws {Error} when the SQL names a parameter that is not given.
 */
export const positional = (
  sql: string,
  parameters: Readonly<Record<string, unknown>>,
): { readonly sql: string; readonly values: readonly unknown[] } => {
  const values: unknown[] = [];
  const plain = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);
  const text = sql.replaceAll(/(?<![:\w]):([A-Za-z]\w*)/gu, (_, name: string) => {
    if (!(name in parameters)) throw new Error(`Expected a value for SQL parameter ':${name}', but it is absent`);
    const value = parameters[name];
    if (!Array.isArray(value)) {
      values.push(plain(value));
      return "?";
    }
    if (value.length === 0) return "NULL";
    values.push(...value.map(plain));
    return value.map(() => "?").join(", ");
  });
  return { sql: text, values };
};
