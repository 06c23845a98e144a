import type { Actor } from "./actor.js";

/** What may be done; plugins may add verbs of their own. */
export type Verb = string;

/** Conditions on a subject's fields: equal, one of, or inside a scope (`scopes.instansi`). Translated to SQL for lists. */
export type Conditions = Readonly<
  Record<
    string,
    | string
    | number
    | boolean
    | null
    | { readonly $in: readonly (string | number)[] }
    | { readonly $ne: string | number | null }
  >
>;

export interface Grant {
  (
    verbs: Verb | readonly Verb[],
    subject: string,
    conditions?: Conditions,
  ): { because(reason: { readonly id: string; readonly en: string }): void };
}

/** Rules of one module or plugin: who may do what, written once, used for single subjects and for lists. */
export type AccessRules = (actor: Actor, rules: { readonly can: Grant; readonly cannot: Grant }) => void;

/** The composed rules of one actor. Subjects are objects with `kind`. */
export interface Ability {
  can(verb: Verb, subject: { readonly kind: string } | string): boolean;
  cannot(verb: Verb, subject: { readonly kind: string } | string): boolean;
  /** Why not, when a rule says so. */
  reason(verb: Verb, subject: { readonly kind: string }): { readonly id: string; readonly en: string } | undefined;
  /** SQL condition for a list: `sql` with named parameters `:a0 …`; `1 = 0` when nothing is allowed. `column` maps a field to a column. */
  toSql(
    verb: Verb,
    kind: string,
    column: (field: string) => string,
  ): { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> };
}
