import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "./errors.js";

/** Not mkdir's own `recursive`: it never returns where the system answers ENOENT for a folder whose parent exists (/proc). */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};

/**
 * Makes the data folder and tries to write into it.
 * @throws {AppError} DATA_FOLDER naming the folder and the reason.
 */
export const prepareDataFolder = (folder: string): void => {
  const trial = join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "EACCES" || code === "EPERM" || code === "EROFS"
        ? "this user may not write to it"
        : code === "EEXIST" || code === "ENOTDIR"
          ? "a file of that name is in the way"
          : code === "ENOSPC"
            ? "the disk is full"
            : message;
    throw new AppError(
      "DATA_FOLDER",
      `Expected to write to the data folder '${folder}', but ${reason}. Choose another one with --data or change its owner`,
      { cause: error },
    );
  }
};
