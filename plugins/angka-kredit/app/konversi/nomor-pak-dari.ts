import type { CaseFile } from "../../../../src/plugin-api/index.js";

const PREFIX = "Pembatalan PAK nomor ";

/** Title of the case file that cancels a PAK, which keeps the number. */
export const judulPembatalan = (nomor: string): string => `${PREFIX}${nomor}`;

/** Number of the PAK that a case file cancels. */
export const nomorPakDari = ({ title }: Pick<CaseFile, "title">): string => title.slice(PREFIX.length);
