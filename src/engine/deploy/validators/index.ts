import { validateCatchConflicts } from "./catch-conflicts.js";
import { validateCompensation } from "./compensation.js";
import { validateEventBasedGateways } from "./event-based-gateways.js";
import { validateEventKinds } from "./event-kinds.js";
import { validateLinks } from "./links.js";
import { validateListeners } from "./listeners.js";
import type { ProcessValidator } from "./process-validator.js";
import { validateSequenceFlows } from "./sequence-flows.js";
import { validateStartEvents } from "./start-events.js";
import { validateStartNames } from "./start-names.js";
import { validateStraightThroughLoops } from "./straight-through-loops.js";
import { validateTextLengths } from "./text-lengths.js";
import { validateTimers } from "./timers.js";
import { validateUserTasks } from "./user-tasks.js";

/** Every rule for a process that was built, one concern per file. */
export const PROCESS_VALIDATORS: readonly ProcessValidator[] = [
  validateStartEvents,
  validateSequenceFlows,
  validateEventKinds,
  validateEventBasedGateways,
  validateTimers,
  validateStartNames,
  validateCatchConflicts,
  validateLinks,
  validateListeners,
  validateCompensation,
  validateStraightThroughLoops,
  validateUserTasks,
  validateTextLengths,
];
