import type { BenchPart } from "../bench-section.js";
export const peers: BenchPart = () => Promise.resolve();
