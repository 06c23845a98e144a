export { type Clock, ControlledClock, systemClock } from "./clock.js";
export { type Deadline, deadline } from "./deadline.js";
export { type IdGenerator, countingIds, randomIds } from "./ids.js";
export { inLanguage, type Language, type Localised } from "./localised.js";
export {
  AppError,
  type ErrorCatalogue,
  type ErrorDefinition,
  errorCatalogue,
  type FieldProblem,
  registerErrors,
} from "./errors.js";
export { createLogger, type Logger, silentLogger } from "./logger.js";
export { type Config, presetVariable, readConfig } from "./config.js";
export { settingKinds } from "./setting-kinds.js";
export type { SettingMeta } from "./setting-meta.js";
export { configError, mistypedSettings, type SettingProblem } from "./setting-problems.js";
export { settingMetas } from "./settings.js";
export { prepareDataFolder } from "./data-folder.js";
