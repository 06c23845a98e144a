import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { badInput, type FormData, textOf } from "../../../kepegawaian/plugin.js";
import { type BarisDiperiksa, KOLOM_KONVERSI } from "../../domain/baris-konversi.js";
import { PemeriksaBaris } from "../../domain/periksa-baris-konversi.js";
import { duniaPeriksa } from "./dunia-periksa.js";
import { kalimatMasalah } from "./kalimat-masalah.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BerkasKonversi } from "./konversi-store.js";

type Diterima = BarisDiperiksa & { readonly periode: NonNullable<BarisDiperiksa["periode"]> };

/** A grade typed into a form, checked as a row of an upload is. @throws {AppError} BAD_INPUT naming each wrong field. */
export const barisTunggal = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  berkas: Pick<BerkasKonversi, "instansiId" | "unitId" | "pembuatPegawaiId" | "menggantiId">,
  data: FormData,
): Promise<Diterima> => {
  const isi = Object.fromEntries(KOLOM_KONVERSI.map((kolom) => [kolom, textOf(data, kolom)])) as BarisDiperiksa["isi"];
  const nip = isi.nip.replaceAll(/\s/g, "");
  const dunia = await duniaPeriksa(deps, tx, berkas, [nip]);
  const row = new PemeriksaBaris(dunia).periksa({ baris: 1, isi, masalah: [] });
  const { periode, masalah } = row;
  if (periode !== null) return { ...row, periode };
  throw badInput(
    masalah.map((each) => ({ kolom: each.kolom ?? "nip", ...kalimatMasalah(each) })),
    "data.",
  );
};
