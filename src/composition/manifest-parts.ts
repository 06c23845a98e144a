import { basename } from "node:path";
import type { PlainProcess } from "../cases/index.js";
import type { RoleDefinition } from "../identity/index.js";
import { AppError } from "../platform/index.js";
import type { ProcessApp } from "../process-apps/index.js";

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

/** Processes of apps without code; those with code register kinds of case files themselves. */
export const plainProcesses = (apps: readonly ProcessApp[]): PlainProcess[] =>
  apps
    .filter(({ manifest }) => !manifest.plugin)
    .flatMap(({ manifest: { app, title, diagrams, starts } }) =>
      diagrams.map((file) => {
        const processId = basename(file, ".bpmn");
        const start = starts.find(({ process }) => process === processId);
        return {
          app,
          processId,
          title: start?.title ?? title,
          start: start === undefined ? null : { form: `${app}/${start.form}`, roles: start.roles },
        };
      }),
    );
