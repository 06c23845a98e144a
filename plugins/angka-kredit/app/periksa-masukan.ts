import type { z } from "zod";
import { type Galat, TIDAK_SAH } from "./jawaban.js";

type Issue = z.core.$ZodIssue;

const jalur = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );

const nilaiPada = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part], value);

const JENIS: Readonly<Record<string, string>> = {
  string: "teks",
  number: "bilangan",
  int: "bilangan bulat",
  boolean: "true atau false",
  array: "daftar",
  object: "objek",
};

const harus = (issue: Issue): string => {
  if (issue.code === "invalid_type") return JENIS[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return `salah satu dari ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small") return `paling ${batas(issue.origin, issue.minimum, ["sedikit", "kecil"])}`;
  if (issue.code === "too_big") return `paling ${batas(issue.origin, issue.maximum, ["banyak", "besar"])}`;
  return issue.message;
};

const batas = (origin: string, limit: number | bigint, [count, size]: readonly [string, string]): string => {
  if (origin === "array") return `${count} ${limit} isian`;
  return origin === "string" ? `${count} ${limit} huruf` : `${size} ${limit}`;
};

const tertulis = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

const galatDari = (issue: Issue, masukan: unknown): Galat => {
  if (issue.code === "unrecognized_keys") {
    const bidang = jalur([...issue.path, issue.keys[0] ?? ""]);
    return { kode: TIDAK_SAH, pesan: `${bidang}: bidang ini tidak dikenal`, bidang };
  }
  const bidang = jalur(issue.path);
  const value = nilaiPada(masukan, issue.path);
  const params: unknown = issue.code === "custom" ? issue.params?.["kode"] : undefined;
  const kode = typeof params === "string" ? params : TIDAK_SAH;
  const pesan =
    value === undefined
      ? `${bidang}: wajib diisi, harus ${harus(issue)}`
      : `${bidang}: harus ${harus(issue)}, tetapi ${tertulis(value)}`;
  return { kode, pesan, bidang };
};

/** Checks a request against its schema; the first fault is named with path, value and expectation. */
export const periksaMasukan = <M>(
  schema: z.ZodType<M>,
  masukan: unknown,
): { readonly ok: true; readonly masukan: M } | { readonly ok: false; readonly galat: Galat } => {
  const result = schema.safeParse(masukan);
  if (result.success) return { ok: true, masukan: result.data };
  const [issue] = result.error.issues;
  return {
    ok: false,
    galat: issue === undefined ? { kode: TIDAK_SAH, pesan: "permintaan tidak sah" } : galatDari(issue, masukan),
  };
};
