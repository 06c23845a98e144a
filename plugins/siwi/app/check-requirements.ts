import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisAk } from "../../angka-kredit/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { masalah } from "../domain/masalah.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import { type FormData, requireReason, textOf, ticked } from "./form-data.js";
import { tell, toOwner, toTpi } from "./notices.js";
import { badInput, forbid } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { requiredDocuments } from "./required-documents.js";
import { tenggatLangkah } from "./tenggat.js";

const CHECKS = {
  skJabatanSesuai: { id: "SK Jabatan", en: "The decree of the position" },
  skPangkatSesuai: { id: "SK pangkat terakhir", en: "The decree of the last rank" },
  hpakSesuai: { id: "HPAK/PAK terakhir", en: "The last HPAK or PAK" },
} as const;
const CHECK_KEYS = Object.keys(CHECKS) as (keyof typeof CHECKS)[];

/** Sekretariat TPI: Teruskan or Prasarat Tidak Sesuai. Source: domain note 1.3.2, 1.3.5 (no team: forwarded only). */
export const checkRequirements = (deps: SiwiDeps): TaskHandler => ({
  processId: "dupak-online",
  elementId: "CheckRequirements",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    return { facts: factsOf(await dupakOfCase(deps, tx, caseFile.id)) };
  },

  async complete(tx, request) {
    const { caseFile, actor, data } = request;
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    if (actor.userId === dupak.pemilikId)
      throw forbid("Anda tidak boleh memeriksa DUPAK sendiri", "You may not check your own DUPAK");
    return textOf(data, "keputusan") === "TERUSKAN"
      ? forward(deps, tx, request, dupak, data)
      : giveBack(deps, tx, request, dupak, data);
  },
});

const amount = (value: string): string => value.replace(".", ",");

/** Beside the form: documents handed in and the opening balance to be compared with them. */
const factsOf = (dupak: Dupak) => {
  const sum = Object.values(dupak.lama).reduce((total: number, each) => total + each, 0);
  return [
    ...requiredDocuments(dupak),
    { label: { id: "AK lama", en: "Credit so far" }, value: amount(tulisAk(sum as Dupak["lama"]["P"])) },
  ];
};

const forward = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile }: TaskRequest, dupak: Dupak, data: FormData) => {
  const missing = CHECK_KEYS.filter((key) => !ticked(data, key));
  if (missing.length > 0) {
    throw badInput(
      missing.map((key) =>
        masalah(
          key,
          `${CHECKS[key].id} harus dinyatakan sesuai sebelum DUPAK diteruskan`,
          `${CHECKS[key].en} must be marked as met before forwarding`,
        ),
      ),
      "data.",
    );
  }
  const { instansiId, nama } = dupak.perorangan;
  const toTeam = dupak.jalur === "TPI";
  const forwarded = await moveDupak(deps, tx, caseFile, toTeam ? "DITERUSKAN_TPI" : "DITERUSKAN_TANPA_TPI");
  const settled = toTeam ? forwarded : await moveDupak(deps, tx, forwarded, "MENUNGGU_KIRIM_TPP");
  const { reference } = caseFile;
  if (toTeam) {
    await tell(
      deps,
      tx,
      settled,
      "to-tpi",
      [toTpi(instansiId)],
      { id: "DUPAK perlu dinilai", en: "A DUPAK to score" },
      { id: `${reference} dari ${nama} menunggu penilaian TPI.`, en: `${reference} of ${nama} waits for scoring.` },
    );
  }
  await tell(
    deps,
    tx,
    settled,
    "forwarded",
    toOwner(settled),
    { id: "DUPAK diteruskan", en: "DUPAK forwarded" },
    {
      id: `${reference} memenuhi prasyarat dan diteruskan.`,
      en: `${reference} meets the requirements and was forwarded.`,
    },
  );
  return {
    variables: { keputusan: "TERUSKAN", ...(await tenggatLangkah(deps, tx, "nilai")) },
    action: "dupak.forwarded",
    story: toTeam
      ? { id: "meneruskan DUPAK kepada TPI", en: "forwarded the DUPAK to the agency's team" }
      : { id: "meneruskan DUPAK tanpa penilaian instansi", en: "forwarded the DUPAK without scoring" },
  };
};

const giveBack = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile }: TaskRequest, dupak: Dupak, data: FormData) => {
  const alasan = requireReason(data);
  const returned = await moveDupak(deps, tx, caseFile, "DIKEMBALIKAN");
  await deps.store(tx).saveDupak({ ...dupak, catatanPengembalian: alasan });
  await tell(
    deps,
    tx,
    returned,
    "returned",
    toOwner(returned),
    { id: "DUPAK dikembalikan", en: "DUPAK returned" },
    { id: `Prasarat Tidak Sesuai: ${alasan}`, en: `Requirements not met: ${alasan}` },
  );
  return {
    variables: { keputusan: "PRASARAT_TIDAK_SESUAI", ...(await tenggatLangkah(deps, tx, "perbaiki")) },
    action: "dupak.returned",
    story: { id: "mengembalikan DUPAK (Prasarat Tidak Sesuai)", en: "returned the DUPAK (requirements not met)" },
    reason: alasan,
  };
};
