import { CreateFileHold1764000900001 } from "./create-file-hold.migration.js";
import { CreateFiles1764000002004 } from "./create-files.migration.js";
import { FilesInOrder1764001000002 } from "./files-in-order.migration.js";
import { FileHoldEntity } from "./file-hold.entity.js";
import { FilePlaceEntity } from "./file-place.entity.js";
import { StoredFileEntity } from "./stored-file.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [StoredFileEntity, FilePlaceEntity, FileHoldEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [
  CreateFiles1764000002004,
  CreateFileHold1764000900001,
  FilesInOrder1764001000002,
];
