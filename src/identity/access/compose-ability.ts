import { createMongoAbility, type MongoAbility, type RawRuleOf } from "@casl/ability";
import type { Ability, AccessRules, Actor, Grant } from "../../http/index.js";
import type { Localised } from "../../platform/index.js";
import { conditionsAsSql } from "./conditions-as-sql.js";

type Rule = RawRuleOf<MongoAbility>;

/** Reasons travel through CASL as the text that it keeps with a rule. */
const asText = (reason: Localised): string => JSON.stringify(reason);
const fromText = (text: string | undefined): Localised | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Localised);

const recorder =
  (rules: Rule[], inverted: boolean): Grant =>
  (verbs, subject, conditions) => {
    const rule: Rule = {
      action: typeof verbs === "string" ? verbs : [...verbs],
      subject,
      inverted,
      ...(conditions === undefined ? {} : { conditions }),
    };
    rules.push(rule);
    return {
      because(reason) {
        rule.reason = asText(reason);
      },
    };
  };

/**
 * The rules of all modules and plugins for one person, as one ability. Later rules win over earlier ones, therefore a
 * `cannot` of a plugin also takes away what the platform gave.
 *
 * Subjects are detected by `kind`: CASL's own `subject()` adds a hidden property and throws on a frozen object.
 */
export const composeAbility = (actor: Actor, rules: readonly AccessRules[]): Ability => {
  const granted: Rule[] = [];
  const refused: Rule[] = [];
  for (const define of rules) {
    define(actor, { can: recorder(granted, false), cannot: recorder(refused, true) });
  }
  // Refusals last: no order of plugins can give back what one of them forbids.
  const ability = createMongoAbility([...granted, ...refused], {
    detectSubjectType: (subject) => String((subject as { kind?: unknown })["kind"]),
  });
  return {
    can: (verb, subject) => ability.can(verb, subject),
    cannot: (verb, subject) => ability.cannot(verb, subject),
    reason: (verb, subject) => {
      const rule = ability.relevantRuleFor(verb, subject);
      return rule?.inverted === true ? fromText(rule.reason) : undefined;
    },
    toSql: (verb, kind, column) => conditionsAsSql(ability, verb, kind, column),
  };
};

/** Rights of someone who has not signed in: none. */
export const guestAbility: Ability = {
  can: () => false,
  cannot: () => true,
  reason: () => undefined,
  toSql: () => ({ sql: "1 = 0", parameters: {} }),
};
