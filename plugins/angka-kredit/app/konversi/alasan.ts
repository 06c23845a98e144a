import { badInput, type FormData, masalah, textOf } from "../../../kepegawaian/plugin.js";

const LEAST = 10;

/** The reason of a return, a correction or a cancellation. @throws {AppError} BAD_INPUT when it says too little. */
export const wajibAlasan = (data: FormData): string => {
  const alasan = textOf(data, "alasan");
  if (alasan.length >= LEAST) return alasan;
  const fault = masalah(
    "alasan",
    `Alasan wajib diisi, paling sedikit ${LEAST} huruf, tetapi tertulis "${alasan}"`,
    `A reason of at least ${LEAST} characters is required, but it is "${alasan}"`,
  );
  throw badInput([fault], "data.");
};
