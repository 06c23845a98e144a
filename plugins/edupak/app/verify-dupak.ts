import type { CaseFact, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  badInput,
  forbid,
  type FormData,
  masalah,
  requireReason,
  textOf,
  ticked,
  tulisNip,
} from "../../kepegawaian/plugin.js";
import { type Dupak, LAMPIRAN, namaLampiran } from "../domain/dupak.js";
import { dupakContext, dupakOfCase, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { tell, toOwner, toPenilai } from "./notices.js";
import { returnDupak } from "./return-dupak.js";
import { tenggatLangkah } from "./tenggat.js";

type Request = TaskRequest & { readonly data: FormData };

const requireOther = ({ actor }: TaskRequest, { pemilikId, perorangan }: Dupak): void => {
  if (actor.userId === pemilikId || actor.personId === perorangan.pegawaiId)
    throw forbid("Anda tidak boleh memeriksa DUPAK sendiri", "You may not check your own DUPAK");
};

/** Sekretariat: takes a DUPAK in by its NIP, as written on the papers. Source: domain note 1.5.1 step 11, 1.5.2. */
export const receiveDupak = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "ReceiveDupak",

  async complete(tx, request) {
    const { caseFile, data } = request;
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    requireOther(request, dupak);
    if (textOf(data, "keputusan") === "KEMBALIKAN") return giveBack(deps, tx, request, dupak);
    const nip = textOf(data, "nip").replaceAll(/\s/g, "");
    if (nip !== dupak.perorangan.nip) {
      const id = `NIP ${nip === "" ? "kosong" : tulisNip(nip)} bukan NIP pemilik ${caseFile.reference}`;
      throw badInput([masalah("nip", id, `This is not the NIP of the owner of ${caseFile.reference}`)], "data.");
    }
    await moveDupak(deps, tx, caseFile, "VERIFIKASI_SEKRETARIAT");
    return {
      variables: { keputusan: "TERIMA", ...(await tenggatLangkah(deps, tx, "VERIFIKASI")) },
      action: "dupak.received",
      story: { id: "menerima usul DUPAK dan memeriksa NIP", en: "took the DUPAK in and checked the NIP" },
    };
  },
});

/** Enclosures that the Sekretariat ticks off. Source: domain note 1.5.3. */
const CHECKS = {
  suratUsulSesuai: "Surat usul",
  dokumenSesuai: "Dokumen kepegawaian",
  dupakSesuai: "DUPAK",
  spmkSesuai: "SPMK",
  inventarisasiSesuai: "Inventarisasi bulanan",
} as const;

/** Papers of one DUPAK: each sending prints up to eight. */
const MOST_PAPERS = 50;

/** What was printed for the DUPAK, newest of its kind first: the secretariat ticks it off. Source: domain note 1.5.3. */
const papersToCheck = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const { items } = await deps.documents.pageFor(tx, caseId, { offset: 0, limit: MOST_PAPERS });
  const titles = [...new Set(items.map(({ title }) => title))];
  return titles.flatMap((title) => {
    const newest = items.findLast((each) => each.title === title);
    if (newest === undefined) return [];
    const name = newest.number ?? title;
    return [{ label: { id: title, en: title }, value: name, files: [{ id: newest.fileId, name }] }];
  });
};

/** Sekretariat: verifies the enclosures; on to scoring, or back with a reason. Source: domain note 1.5.1 step 11, 1.5.3. */
export const verifyDupak = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "VerifyDupak",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak, rows } = await dupakContext(deps, tx, caseFile.id);
    const assigned = rows.some(({ kegiatan }) => kegiatan.suratPerintah);
    return {
      facts: [
        ...(await papersToCheck(deps, tx, caseFile.id)),
        ...LAMPIRAN.flatMap((key) => {
          const file = dupak.lampiran[key];
          const name = namaLampiran(key);
          return file === undefined ? [] : [{ label: { id: name, en: name }, value: file.name, files: [file] }];
        }),
        { label: { id: "PAK terakhir", en: "Last PAK" }, value: dupak.nomorPakLama },
        {
          label: { id: "Surat perintah", en: "Written assignment" },
          value: assigned ? "Ada, satu jenjang di atas atau di bawah" : "Tidak ada",
        },
      ],
    };
  },

  async complete(tx, request) {
    const dupak = await dupakOfCase(deps, tx, request.caseFile.id);
    requireOther(request, dupak);
    return textOf(request.data, "keputusan") === "LANJUTKAN"
      ? forward(deps, tx, request, dupak)
      : giveBack(deps, tx, request, dupak);
  },
});

const forward = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, dupak: Dupak) => {
  const missing = Object.entries(CHECKS).filter(([key]) => !ticked(data, key));
  if (missing.length > 0) {
    throw badInput(
      missing.map(([key, name]) =>
        masalah(key, `${name} harus sesuai sebelum DUPAK dinilai`, `${name} must be in order before scoring`),
      ),
      "data.",
    );
  }
  const verified = await moveDupak(deps, tx, caseFile, "PENILAIAN_SEMENTARA");
  await tell(
    deps,
    tx,
    verified,
    "to-assessors",
    [toPenilai],
    { id: "DUPAK perlu dinilai", en: "A DUPAK to score" },
    {
      id: `${caseFile.reference} dari ${dupak.perorangan.nama} menunggu penilaian sementara.`,
      en: `${caseFile.reference} of ${dupak.perorangan.nama} waits for provisional scores.`,
    },
  );
  await tell(
    deps,
    tx,
    verified,
    "verified",
    toOwner(verified),
    { id: "DUPAK lolos verifikasi", en: "DUPAK verified" },
    { id: `${caseFile.reference} sedang dinilai.`, en: `${caseFile.reference} is being scored.` },
  );
  return {
    variables: { keputusan: "LANJUTKAN", ...(await tenggatLangkah(deps, tx, "NILAI")) },
    action: "dupak.verified",
    story: { id: "memverifikasi DUPAK dan meneruskannya kepada tim penilai", en: "verified the DUPAK" },
  };
};

const giveBack = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, dupak: Dupak) => {
  const alasan = requireReason(data);
  return {
    variables: await returnDupak(deps, tx, caseFile, dupak, alasan),
    action: "dupak.returned",
    story: { id: "mengembalikan DUPAK", en: "returned the DUPAK" },
    reason: alasan,
  };
};
