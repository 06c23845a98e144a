import { AppError } from "../../platform/index.js";

/** A form's scripts could not be evaluated for a reason that lies outside the form; whoever sent it may try again. */
export const scriptsUnavailable = (message: string, cause?: unknown): AppError =>
  new AppError("UNAVAILABLE", message, {
    detail: {
      id: "Perhitungan formulir belum dapat dijalankan karena sistem sedang sibuk. Isian belum dikirim; coba kirim lagi sebentar lagi",
      en: "The calculations of the form could not be run because the system is busy. Nothing was sent yet; send it again soon",
    },
    cause,
  });
