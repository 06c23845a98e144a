import { createHash } from "node:crypto";
import { AppError, type Clock, type Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import { addVersion, readVersions } from "./data/form-version.repository.js";
import { checkForm } from "./definition/check-form.js";
import type { FormSchema, FormVersion } from "./form-version.js";
import type { Forms, ValidationRequest } from "./forms.js";
import { sandbox } from "./sandbox/sandbox.js";
import { validateSubmission } from "./submission/validate-submission.js";

export interface FormsDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Independent of the order of properties and of white space in the file. */
const hashOf = (schema: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(schema)))
    .digest("hex");

const checked = async (key: string, schema: unknown): Promise<FormSchema> => {
  const errors = await checkForm(schema);
  if (errors.length > 0) {
    const list = errors.map(({ path, message }) => `${path}: ${message.en}`).join("; ");
    throw new AppError("BAD_INPUT", `Expected form '${key}' to be one that may be published, but ${list}`, { errors });
  }
  return schema as FormSchema;
};

/** Published forms and the validation of what is sent to them. */
export function createForms({ db, clock, logger }: FormsDependencies): Forms {
  const published = new Map<string, FormVersion[]>();

  const remember = (version: FormVersion): void => {
    const versions = published.get(version.key);
    if (versions === undefined) published.set(version.key, [version]);
    else if (!versions.some((known) => known.version === version.version)) versions.push(version);
  };

  const versionsOf = (key: string): readonly [FormVersion, ...FormVersion[]] => {
    const [first, ...more] = published.get(key) ?? [];
    if (first === undefined) {
      throw new AppError("NOT_FOUND", `Expected a published form '${key}', but there is none`, {
        detail: { id: `Formulir '${key}' tidak ditemukan.`, en: `There is no form '${key}'.` },
      });
    }
    return [first, ...more];
  };

  const forms: Forms = {
    async load() {
      for (const version of await db.read(readVersions)) remember(version);
    },

    async publish(tx, key, schema) {
      const form = await checked(key, schema);
      const hash = hashOf(form);
      const newest = published.get(key)?.at(-1);
      if (newest?.hash === hash) return { version: newest, isNew: false };
      const version: FormVersion = {
        key,
        version: String(Number(newest?.version ?? "0") + 1),
        hash,
        publishedAt: clock.now(),
        schema: form,
      };
      await addVersion(tx, version);
      tx.afterCommit(() => remember(version));
      return { version, isNew: true };
    },

    has: (key) => published.has(key),
    keys: () => [...published.keys()].sort(),
    current: (key) => versionsOf(key).at(-1) as FormVersion,

    at(key, instant) {
      const versions = versionsOf(key);
      return versions.findLast(({ publishedAt }) => publishedAt <= instant) ?? versions[0];
    },

    version(key, version) {
      const found = versionsOf(key).find((each) => each.version === version);
      if (found === undefined) {
        throw new AppError("NOT_FOUND", `Expected version '${version}' of form '${key}', but there is none`);
      }
      return found;
    },

    versions: (key) => versionsOf(key).toReversed(),

    async validate(request) {
      const form = formFor(forms, request);
      const result = validateSubmission(sandbox, form.schema, request.data, request.context ?? {});
      if (!result.ok && result.errors.some(({ message }) => message.id.startsWith("Perhitungan pada isian"))) {
        logger.warn(
          { event: "form.script-failed", form: form.key, version: form.version },
          "A script of a form failed",
        );
      }
      return { ...result, version: form.version };
    },
  };
  return forms;
}

const formFor = (forms: Forms, { key, version, at }: ValidationRequest): FormVersion => {
  if (version !== undefined) return forms.version(key, version);
  return at === undefined ? forms.current(key) : forms.at(key, at);
};
