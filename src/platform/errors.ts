import type { Localised } from "./localised.js";

/** What the catalogue says of one code. */
export interface ErrorDefinition {
  readonly status: number;
  readonly level: "debug" | "info" | "warn" | "error";
  /** Heading for people; the detail of the single case comes from the AppError. */
  readonly title: Localised;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorDefinition>>;

/** One problem of one input field. */
export interface FieldProblem {
  /** Dotted path of the field, e.g. `data.alasan`. */
  readonly path: string;
  readonly message: Localised;
}

/**
 * An expected failure: the user sees it translated, by code. `message` is English for logs and developers
 * ("Expected …, but …"); `detail` is what the user reads, when the catalogue's title alone does not say enough.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: string,
    message: string,
    readonly details: {
      readonly detail?: Localised;
      readonly errors?: readonly FieldProblem[];
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
  }
}

const title = (id: string, en: string): Localised => ({ id, en });

const catalogue = new Map<string, ErrorDefinition>(
  Object.entries({
    BAD_INPUT: { status: 400, level: "debug", title: title("Isian tidak sah", "Invalid input") },
    MALFORMED_JSON: {
      status: 400,
      level: "debug",
      title: title("Isi permintaan bukan JSON yang benar", "The request body is not valid JSON"),
    },
    UNAUTHENTICATED: { status: 401, level: "debug", title: title("Silakan masuk terlebih dahulu", "Please sign in") },
    WRONG_CREDENTIALS: {
      status: 401,
      level: "info",
      title: title("Nama pengguna atau kata sandi salah", "Wrong user name or password"),
    },
    WRONG_ACTIVATION_CODE: {
      status: 401,
      level: "info",
      title: title("Kode aktivasi tidak berlaku", "The activation code is not valid"),
    },
    CSRF: {
      status: 403,
      level: "warn",
      title: title(
        "Permintaan tidak berasal dari halaman ini. Muat ulang halaman",
        "The request did not come from this page. Reload it",
      ),
    },
    FORBIDDEN: { status: 403, level: "info", title: title("Anda tidak berwenang", "You are not allowed to do this") },
    NOT_FOUND: { status: 404, level: "debug", title: title("Tidak ditemukan", "Not found") },
    CONFLICT: {
      status: 409,
      level: "info",
      title: title("Data sudah berubah. Muat ulang, lalu ulangi", "The data has changed. Reload and try again"),
    },
    INVALID_STATE: {
      status: 409,
      level: "info",
      title: title("Tidak dapat dilakukan pada keadaan ini", "Not possible in this state"),
    },
    TOO_LARGE: { status: 413, level: "info", title: title("Terlalu besar", "Too large") },
    UNSUPPORTED_TYPE: {
      status: 415,
      level: "info",
      title: title("Jenis berkas tidak diterima", "This type of file is not accepted"),
    },
    LOCKED: {
      status: 423,
      level: "warn",
      title: title("Akun terkunci sementara", "The account is locked for a while"),
    },
    TOO_MANY: {
      status: 429,
      level: "warn",
      title: title("Terlalu banyak permintaan. Coba lagi sebentar", "Too many requests. Try again soon"),
    },
    INTERNAL: { status: 500, level: "error", title: title("Terjadi kesalahan pada sistem", "Something went wrong") },
    BAD_CONFIG: {
      status: 500,
      level: "error",
      title: title("Konfigurasi tidak sah", "The configuration is not valid"),
    },
    DATA_FOLDER: {
      status: 500,
      level: "error",
      title: title("Folder data tidak dapat dipakai", "The data folder cannot be used"),
    },
    DATABASE_UNREACHABLE: {
      status: 503,
      level: "error",
      title: title("Basis data tidak dapat dihubungi", "The database cannot be reached"),
    },
    DATABASE_DRIVER: {
      status: 500,
      level: "error",
      title: title("Penggerak basis data tidak terpasang", "The database driver is not installed"),
    },
    MIGRATION_FAILED: {
      status: 500,
      level: "error",
      title: title("Pembaruan basis data gagal", "A migration of the database failed"),
    },
    BROWSER_MISSING: {
      status: 503,
      level: "error",
      title: title("Tidak ada peramban untuk mencetak dokumen", "There is no browser to print documents with"),
    },
    PORT_TAKEN: { status: 500, level: "error", title: title("Porta sudah dipakai", "The port is taken") },
    UNAVAILABLE: {
      status: 503,
      level: "error",
      title: title("Layanan sedang tidak tersedia", "The service is not available now"),
    },
  } satisfies ErrorCatalogue),
);

/**
 * Adds a module's or plugin's codes; adding the same definition again changes nothing.
 * @throws {Error} when a code is defined otherwise already.
 */
export function registerErrors(more: ErrorCatalogue): void {
  for (const [code, definition] of Object.entries(more)) {
    if (catalogue.get(code) === definition) continue;
    if (catalogue.has(code)) throw new Error(`Expected error code '${code}' to be new, but it is defined already`);
    catalogue.set(code, definition);
  }
}

/** All codes known now. */
export const errorCatalogue = (): ReadonlyMap<string, ErrorDefinition> => catalogue;
