export type { Database, UnitOfWork } from "./unit-of-work.js";
