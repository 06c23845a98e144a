import type { RoleDefinition } from "../identity/index.js";
import { AppError } from "../platform/index.js";
import type { ProcessApp } from "../process-apps/index.js";
import type { PlainStart } from "../tasks/index.js";

/** Roles of all manifests; the same role in two apps must mean the same. */
export const rolesOf = (apps: readonly ProcessApp[]): RoleDefinition[] => {
  const roles = new Map<string, RoleDefinition>();
  for (const { manifest } of apps) {
    for (const role of manifest.roles) {
      const known = roles.get(role.role);
      if (known !== undefined && known.scopeType !== role.scopeType) {
        throw new AppError(
          "PLUGIN_NAME_CLASH",
          `Expected role '${role.role}' to have one kind of scope, but app '${manifest.app}' gives it another`,
        );
      }
      roles.set(role.role, known ?? role);
    }
  }
  return [...roles.values()];
};

/** Start forms of apps without code; those with code offer theirs by case types. */
export const plainStarts = (apps: readonly ProcessApp[]): PlainStart[] =>
  apps
    .filter(({ manifest }) => !manifest.plugin)
    .flatMap(({ manifest }) =>
      manifest.starts.map(({ process, form, roles, title }) => ({
        app: manifest.app,
        process,
        form: `${manifest.app}/${form}`,
        roles,
        title: title ?? manifest.title,
      })),
    );
