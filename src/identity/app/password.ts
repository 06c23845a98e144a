import { hash, verify } from "@node-rs/argon2";
import { AppError, type Localised } from "../../platform/index.js";
import { unguessable } from "./guessable.js";

/** OWASP's recommendation for argon2id, which is the library's default: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashed once, and compared when there is no such account, so that both take the same time. */
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), OPTIONS);

/** False for null hashes too, after the same time. */
export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> => {
  decoy ??= hash("no such account", OPTIONS);
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFKC"));
  return matches && passwordHash !== null;
};

const weak = (path: string, message: Localised): AppError =>
  new AppError("BAD_INPUT", `Expected a stronger password in '${path}', but: ${message.en}`, {
    detail: message,
    errors: [{ path, message }],
  });

/** Different signs that must be left once what is guessed at a stroke is taken away. */
const DIFFERENT = 5;

/** Length is checked by the schema (12 or more). @throws {AppError} BAD_INPUT when it is easy to guess. */
export const checkStrength = (password: string, account: { readonly username: string }, path: string): void => {
  if (new Set(password).size < DIFFERENT) {
    throw weak(path, {
      id: "Kata sandi terlalu mudah: pakailah sedikitnya lima tanda yang berbeda",
      en: "The password is too simple: use at least five different characters",
    });
  }
  if (/^[\d\s.\-/]+$/u.test(password)) {
    throw weak(path, {
      id: "Kata sandi tidak boleh hanya berisi angka: NIP, tanggal, dan nomor telepon mudah ditebak",
      en: "The password must not be made of digits only: identity numbers, dates and telephone numbers are easy to guess",
    });
  }
  if (password.toLowerCase().includes(account.username.toLowerCase())) {
    throw weak(path, {
      id: "Kata sandi tidak boleh memuat nama pengguna",
      en: "The password must not contain the user name",
    });
  }
  if (new Set(unguessable(password)).size < DIFFERENT) {
    throw weak(path, {
      id: "Kata sandi terlalu mudah ditebak: jangan hanya kata yang umum, tahun, atau urutan seperti 12345 dan qwerty",
      en: "The password is too easy to guess: it must be more than a common word, a year or a run such as 12345 and qwerty",
    });
  }
};
