/** Values by extension point, `"<plugin>:<point>"`. @since 1.1 */
export type Contributions = Readonly<Record<string, readonly unknown[]>>;

/** What the plugins added to one point, in the order of the plugins. @since 1.1 */
export const contributionsOf = (
  plugins: readonly { readonly contributions?: Contributions }[],
  point: string,
): readonly unknown[] => plugins.flatMap(({ contributions = {} }) => contributions[point] ?? []);
