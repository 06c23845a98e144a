import type { UnitOfWork } from "../../platform/db/index.js";
import type { FormSchema, FormVersion } from "../form-version.js";
import { FormVersionRow } from "./form-version.entity.js";

/** All published versions, oldest first. */
export const readVersions = async (tx: UnitOfWork): Promise<FormVersion[]> => {
  const rows = await tx.manager.find(FormVersionRow, { order: { formKey: "ASC", version: "ASC" } });
  return rows.map(({ formKey, version, hash, publishedAt, schema }) => ({
    key: formKey,
    version: String(version),
    hash,
    publishedAt,
    schema: schema as FormSchema,
  }));
};

/** Keeps a new version. @throws on a version that exists: someone else has published at the same moment. */
export const addVersion = async (tx: UnitOfWork, version: FormVersion): Promise<void> => {
  await tx.manager.insert(FormVersionRow, {
    formKey: version.key,
    version: Number(version.version),
    hash: version.hash,
    publishedAt: version.publishedAt,
    schema: version.schema as object,
  });
};
