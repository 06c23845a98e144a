import type { AnyAbility } from "@casl/ability";
import { rulesToAST } from "@casl/ability/extra";

/** What CASL's condition trees are made of, as far as `Conditions` can say it. */
interface Node {
  readonly operator: string;
  readonly field?: string;
  readonly value: unknown;
}

/** SQL with named parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Column = (field: string) => string;

class Writer {
  readonly parameters: Record<string, unknown> = {};
  readonly #column: Column;

  constructor(column: Column) {
    this.#column = column;
  }

  write(node: Node): string {
    switch (node.operator) {
      case "and":
        return this.#all(node, " AND ", "1 = 1");
      case "or":
        return this.#all(node, " OR ", "1 = 0");
      case "not":
        // NOT of an unknown is unknown in SQL and true in memory: COALESCE makes both true.
        return `NOT COALESCE((${this.#all(node, " AND ", "1 = 1")}), 0)`;
      case "eq":
        return node.value === null ? `${this.#name(node)} IS NULL` : `${this.#name(node)} = ${this.#bind(node.value)}`;
      case "ne":
        return this.#notEqual(node);
      case "in":
        return this.#oneOf(node);
      default:
        throw new Error(`Expected a rule that SQL can say, but '${node.operator}' cannot be translated`);
    }
  }

  #all(node: Node, joint: string, empty: string): string {
    const parts = (node.value as readonly Node[]).map((child) => `(${this.write(child)})`);
    return parts.length === 0 ? empty : parts.join(joint);
  }

  #notEqual(node: Node): string {
    const name = this.#name(node);
    return node.value === null ? `${name} IS NOT NULL` : `(${name} IS NULL OR ${name} <> ${this.#bind(node.value)})`;
  }

  #oneOf(node: Node): string {
    const values = node.value as readonly unknown[];
    if (values.length === 0) return "1 = 0";
    return `${this.#name(node)} IN (${values.map((value) => this.#bind(value)).join(", ")})`;
  }

  #name({ field }: Node): string {
    if (field === undefined || !/^[A-Za-z][\w]*(\.[A-Za-z][\w-]*)*$/u.test(field)) {
      throw new Error(`Expected the name of a field in an access rule, but it is '${field ?? ""}'`);
    }
    return this.#column(field);
  }

  #bind(value: unknown): string {
    const name = `a${Object.keys(this.parameters).length}`;
    this.parameters[name] = typeof value === "boolean" ? Number(value) : value;
    return `:${name}`;
  }
}

/**
 * The rules for a verb and kind of subject as a condition for lists: gives the rows, and only those, on which `can` says yes.
 * @param column allow-list of fields: gives the column of a field and throws for any other.
 */
export const conditionsAsSql = (ability: AnyAbility, verb: string, kind: string, column: Column): SqlCondition => {
  const tree = rulesToAST(ability, verb, kind) as Node | null;
  if (tree === null) return { sql: "1 = 0", parameters: {} };
  const writer = new Writer(column);
  const sql = writer.write(tree);
  return { sql, parameters: writer.parameters };
};
