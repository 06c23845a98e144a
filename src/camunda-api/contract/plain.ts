/**
 * A type of the client package with its branded keys as plain strings.
 *
 * The client brands every key so that callers cannot mix them up; the server reads them from rows, where they are text.
 */
export type Plain<T> = T extends { readonly __brand: unknown }
  ? string
  : T extends string | number | boolean | null | undefined | Blob | File
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : T;
