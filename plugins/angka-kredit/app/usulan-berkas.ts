import { AppError, type CaseFact, type UnitOfWork } from "../../../src/plugin-api/index.js";
import { URAIAN_BUTIR } from "../domain/jenis-butir.js";
import { namaKunci, namaStatus } from "../domain/nama-kunci.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";
import type { AcuanDeps } from "./acuan-deps.js";
import { perubahan } from "./periksa-usulan.js";

/** What a change is of, as people read it. */
export const judul = ({ jenis }: AcuanDeps, usulan: UsulanAcuan): string =>
  `${(jenis.get(usulan.jenis) ?? URAIAN_BUTIR).judul}: ${namaKunci(usulan.kunci)}`;

/** The proposal of a case file. @throws {AppError} NOT_FOUND */
export const usulanDari = async (deps: AcuanDeps, tx: UnitOfWork, caseId: string): Promise<UsulanAcuan> => {
  const usulan = await deps.store(tx).usulan(caseId);
  if (usulan === undefined)
    throw new AppError("NOT_FOUND", `Expected a proposed change of case '${caseId}', but there is none`);
  return usulan;
};

/** What is proposed, for the case page and beside the decision. */
export const factsOf = async (deps: AcuanDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const usulan = await usulanDari(deps, tx, caseId);
  const versi = await deps.store(tx).versi(usulan.jenis, usulan.kunci);
  const earlier = versi.filter(({ berlakuMulai }) => berlakuMulai < usulan.berlakuMulai).at(-1);
  const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });
  return [
    fact("Acuan", "Value of", judul(deps, usulan)),
    ...perubahan(deps, usulan, earlier).map(({ label, from, to }) =>
      fact(label, label, from === null ? (to ?? "–") : `${from} → ${to ?? "–"}`),
    ),
    fact("Peraturan", "Regulation", [usulan.peraturan, usulan.pasal ?? ""].join(" ").trim()),
    fact("Keyakinan sumber", "Source status", namaStatus(usulan.status)),
    fact("Alasan", "Reason", usulan.alasan),
  ];
};
