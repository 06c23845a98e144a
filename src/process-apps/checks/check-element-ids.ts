import type { BundleCheck, BundleFault } from "./bundle.js";

/** Ids as a modeler makes them: `Activity_0x1fa2b`. */
const GENERATED =
  /^(Activity|Event|StartEvent|EndEvent|Gateway|Flow|SequenceFlow|Task|SubProcess|Process|BoundaryEvent)_\w+$/;
const MEANINGFUL = /^[A-Z][A-Za-z0-9]{2,}$/;

/**
 * Element ids are words that tests, history and statistics can show (`CheckRequirements`), and a process has the name of its
 * file.
 */
export const checkElementIds: BundleCheck = ({ read }) =>
  read.flatMap(({ file, processIds, elements }) => {
    const faults: BundleFault[] = [];
    const name = file.name.replace(/\.bpmn$/, "");
    if (!processIds.includes(name)) {
      const message = `Expected a process '${name}' as the file is called, but found ${processIds.join(", ") || "none"}`;
      faults.push({ path: file.path, rule: "element-id", message });
    }
    for (const { id, type } of elements) {
      if (type === "bpmn:Process") continue;
      if (GENERATED.test(id) || !MEANINGFUL.test(id)) {
        const message = `Expected a meaningful id in PascalCase for a ${type.replace("bpmn:", "")}, but it is '${id}'`;
        faults.push({ path: file.path, rule: "element-id", message });
      }
    }
    return faults;
  });
