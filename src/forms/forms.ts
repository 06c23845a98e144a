import type { FieldProblem } from "./field-problem.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { FormVersion } from "./form-version.js";

/** A submission to be checked against a published form. */
export interface ValidationRequest {
  /** `<app>/<form>`. */
  readonly key: string;
  /** Exact version; without it `at` decides, without both the current one is taken. */
  readonly version?: string;
  /** Epoch ms: the version that was current then. */
  readonly at?: number;
  readonly data: unknown;
  /** Values that expressions of the form may read as `context.*`; never part of the result. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The submission as it counts: recalculated, without hidden and unknown values; or what is wrong with it. */
export type ValidationResult =
  | {
      readonly ok: true;
      readonly data: Readonly<Record<string, unknown>>;
      /** Ids of the files that the data refer to. */
      readonly fileIds: readonly string[];
      readonly version: string;
    }
  | { readonly ok: false; readonly errors: readonly FieldProblem[]; readonly version: string };

/**
 * Published forms, kept in memory by version (they are few), so that nothing here waits for the database:
 * safe inside any transaction.
 */
export interface Forms {
  /** Reads all versions from the database; once at start. */
  load(): Promise<void>;
  /**
   * Keeps the form as the next version when its content differs from the newest one.
   * @throws {AppError} BAD_INPUT with every fault of the form, by path; UNAVAILABLE when its scripts could not be parsed just now.
   */
  publish(
    tx: UnitOfWork,
    key: string,
    schema: unknown,
  ): Promise<{ readonly version: FormVersion; readonly isNew: boolean }>;
  has(key: string): boolean;
  /** Keys of all published forms. */
  keys(): readonly string[];
  /** @throws {AppError} NOT_FOUND naming the key. */
  current(key: string): FormVersion;
  /** Version that was current at `instant` (epoch ms); the first one for instants before it. @throws {AppError} NOT_FOUND. */
  at(key: string, instant: number): FormVersion;
  /** @throws {AppError} NOT_FOUND. */
  version(key: string, version: string): FormVersion;
  /** Newest first. @throws {AppError} NOT_FOUND. */
  versions(key: string): readonly FormVersion[];
  /**
   * Error paths start with `data.`.
   * @throws {AppError} NOT_FOUND for an unknown form or version; UNAVAILABLE when its scripts could not be run just now.
   */
  validate(request: ValidationRequest): Promise<ValidationResult>;
}
