import { bacaNip, tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { dateOf, fileOf, type FormData, textOf } from "./form-data.js";
import { badInput } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

const TEXTS = [
  "gelarDepan",
  "nama",
  "gelarBelakang",
  "tempatLahir",
  "noKarpeg",
  "pendidikan",
  "surel",
  "golongan",
  "jenjang",
  "unitKerja",
  "nomorSk",
] as const;
const DATES = ["tanggalLahir", "tmtGolongan", "tmtJabatan", "tanggalSk"] as const;

/** What a request says of one person, read. */
export interface CheckedRequest {
  readonly nip: string;
  readonly isian: Readonly<Record<string, string>>;
  readonly berkas: { readonly id: string; readonly name: string };
}

/** Checks what the form cannot: NIP, birth date against NIP, dates not in the future. Source: domain note 1.2, 1.8.1. */
export const readRequest = (
  deps: Pick<SiwiDeps, "clock">,
  data: FormData,
): { readonly faults: readonly Masalah[]; readonly checked?: CheckedRequest } => {
  const today = tanggalWib(deps.clock.now());
  const faults: Masalah[] = [];
  const isian = Object.fromEntries([
    ...TEXTS.map((key) => [key, textOf(data, key)]),
    ...DATES.map((key) => [key, dateOf(data, key)]),
  ]) as Record<string, string>;
  const nip = bacaNip(textOf(data, "nip"), today);
  if (!nip.ok) faults.push(masalah("nip", nip.pesan.id, nip.pesan.en));
  else if (nip.tanggalLahir !== isian["tanggalLahir"]) {
    const typed = isian["tanggalLahir"] ?? "";
    const [inSk, inNip] = [typed === "" ? "–" : tulisTanggal(typed), tulisTanggal(nip.tanggalLahir)];
    faults.push(
      masalah(
        "tanggalLahir",
        `Tanggal lahir menurut SK (${inSk}) berbeda dari NIP (${inNip})`,
        `Birth date in the SK (${inSk}) differs from the NIP (${inNip})`,
      ),
    );
  }
  for (const key of DATES) {
    const day = isian[key] ?? "";
    if (day > today)
      faults.push(
        masalah(key, `Tanggal ${tulisTanggal(day)} belum terjadi`, `${tulisTanggal(day)} lies in the future`),
      );
  }
  const berkas = fileOf(data, "berkasSk");
  if (berkas === undefined) faults.push(masalah("berkasSk", "SK Widyaiswara wajib diunggah", "The SK is required"));
  if (faults.length > 0 || !nip.ok || berkas === undefined) return { faults };
  return { faults, checked: { nip: nip.nip, isian, berkas } };
};

/** @throws {AppError} BAD_INPUT naming every field that is wrong. */
export const checkedRequest = (deps: Pick<SiwiDeps, "clock">, data: FormData): CheckedRequest => {
  const { faults, checked } = readRequest(deps, data);
  if (checked === undefined) throw badInput(faults, "data.");
  return checked;
};
