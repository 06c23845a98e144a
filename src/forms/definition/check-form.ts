import type { FieldProblem } from "../../platform/index.js";

export declare function checkForm(schema: unknown): readonly FieldProblem[];
