import { z } from "zod";

/** First file of an archive. */
export const MANIFEST = "alur-backup.json";

/** Databases of the data folder: the application's and the engine's. */
export const DATABASES = ["alur.db", "engine.db"] as const;

/** Folder of an archive with one file per table, when the databases are on a MariaDB server. */
export const TABLES = "mariadb";

/** What an archive says of itself. */
export const ManifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** SHA-256 of each file, hex. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});
export type Manifest = z.infer<typeof ManifestSchema>;
