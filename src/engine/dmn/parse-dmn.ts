import type { ParseOutcome } from "../feel/index.js";
import type { DecisionRequirements } from "./decision-model.js";

/** Parses a DMN file; the message of a failure names decision and place of every fault. */
export declare function parseDmn(xml: string): Promise<ParseOutcome<DecisionRequirements>>;
