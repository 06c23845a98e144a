import { masalah } from "../domain/masalah.js";
import { type FormData, textOf } from "./form-data.js";
import { badInput } from "./refusals.js";

const LEAST = 10;

/** The reason of a return, a correction or a cancellation. @throws {AppError} BAD_INPUT when it says too little. */
export const requireReason = (data: FormData, key = "alasan"): string => {
  const alasan = textOf(data, key);
  if (alasan.length >= LEAST) return alasan;
  throw badInput(
    [
      masalah(
        key,
        `Alasan wajib diisi, paling sedikit ${LEAST} huruf, tetapi tertulis "${alasan}"`,
        `A reason of at least ${LEAST} characters is required, but it is "${alasan}"`,
      ),
    ],
    "data.",
  );
};
