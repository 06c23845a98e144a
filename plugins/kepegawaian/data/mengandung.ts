import { Like } from "typeorm";

/** Condition that finds `text` anywhere in a column; its own signs for patterns do not count. */
export const mengandung = (text: string) => Like(`%${text.replaceAll(/[%_\\]/gu, "")}%`);
