/** One value that does not fit, as zod reports it. */
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const describe = ({ path, message }: Issue): string => `${path.map(String).join(".") || "(semua)"}: ${message}`;

/**
 * Variables or a result that do not fit a worker's schema. Trying again would give the same, so the job becomes an incident
 * at once; the message tells the operator what to mend.
 */
export class WorkerDataError extends Error {
  override readonly name = "WorkerDataError";

  constructor(type: string, side: "input" | "output", issues: readonly Issue[]) {
    const faults = issues.map(describe).join("; ");
    super(
      side === "input"
        ? `Variabel proses tidak sesuai untuk pekerjaan '${type}' (${faults}). Perbaiki variabel atau diagramnya, lalu coba ulang.`
        : `Hasil pekerjaan '${type}' tidak sesuai (${faults}). Laporkan kepada pengembang, lalu coba ulang setelah diperbaiki.`,
    );
  }
}
