/** Rows by the person that they are about, in the order in which they stand. */
export const perNip = <T extends { readonly nip: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const some = found.get(row.nip);
    if (some === undefined) found.set(row.nip, [row]);
    else some.push(row);
  }
  return found;
};
