import type { BundleCheck, BundleFault } from "./bundle.js";

/** Names of roles in a list of groups: `a, b`, or text in a FEEL list (`=["a@" + x, "b"]`). */
const rolesIn = (groups: string): string[] => {
  const texts = groups.startsWith("=")
    ? [...groups.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text)
    : groups.split(",");
  return texts.map((text) => (text.split("@")[0] ?? "").trim()).filter((role) => role !== "");
};

/** Every role that a task is offered to or that may start a process is one of the manifest or of the platform. */
export const checkRoles: BundleCheck = ({ manifest, read }, tools) => {
  const known = new Set([...manifest.roles.map(({ role }) => role), ...tools.platformRoles]);
  const faults: BundleFault[] = [];
  for (const { file, candidateGroups } of read) {
    for (const { element, value } of candidateGroups) {
      for (const role of rolesIn(value).filter((each) => !known.has(each))) {
        const message = `${element}: Expected a role of the manifest, but '${role}' is not in it`;
        faults.push({ path: file.path, rule: "role", message });
      }
    }
  }
  const path = `bpmn/${manifest.app}/process-app.json`;
  for (const role of manifest.starts.flatMap(({ roles }) => roles).filter((each) => !known.has(each))) {
    faults.push({ path, rule: "role", message: `starts: Expected a role of the manifest, but '${role}' is not in it` });
  }
  return faults;
};
