import { AppError } from "../../platform/index.js";

/**
 * The archive's name (the one argument that is no option) and the options, which are those of `npm start`.
 * @throws {AppError} BAD_CONFIG when there is no name.
 */
export const backupArguments = (
  args: readonly string[],
  command: string,
): { readonly file: string; readonly rest: readonly string[] } => {
  const at = args.findIndex((arg, index) => !arg.startsWith("-") && !(args[index - 1] ?? "").startsWith("--"));
  const file = args[at];
  if (file === undefined) {
    throw new AppError(
      "BAD_CONFIG",
      `Expected the name of an archive, but there is none: npm run ${command} -- FILE [--data DIR]`,
    );
  }
  return { file, rest: args.filter((_, index) => index !== at) };
};
