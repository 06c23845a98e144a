export type { Files, StoredFile } from "./stored-file.js";
