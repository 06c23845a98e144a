import type { CaseType } from "./case-type.js";

/** The kinds of case files that plugins registered, by app and type. */
export class CaseTypes {
  readonly #types = new Map<string, CaseType>();

  /** @throws {Error} when a type of that app is registered already. */
  add(types: readonly CaseType[]): void {
    for (const type of types) {
      const name = `${type.app}/${type.type}`;
      if (this.#types.has(name)) throw new Error(`Expected case type '${name}' once, but it is registered already`);
      this.#types.set(name, type);
    }
  }

  all(): readonly CaseType[] {
    return [...this.#types.values()];
  }

  find(app: string, type: string): CaseType | undefined {
    return this.#types.get(`${app}/${type}`);
  }

  /** The kind of case file that a process moves along. */
  ofProcess(processId: string): CaseType | undefined {
    return this.all().find((type) => type.processId === processId);
  }

  /** @throws {Error} naming the type that no plugin registered. */
  get(app: string, type: string): CaseType {
    const found = this.find(app, type);
    if (found === undefined) throw new Error(`Expected a registered case type, but '${app}/${type}' is not`);
    return found;
  }
}
