import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import { pangkat } from "../../angka-kredit/plugin.js";
import { officialNumber, signerOf, tanggalWib } from "../../kepegawaian/plugin.js";
import type { AnggotaSidang } from "../../penilaian/plugin.js";
import { hasilPenilaian, isiPenjelasan, isiTabulasi } from "../domain/hasil.js";
import { type DupakContext, dupakContext, moveDupak } from "./dupak-context.js";
import { LINGKUP_TPP } from "./acuan-cetak.js";
import { headOfTpp, pegawaiCetak } from "./letterhead.js";
import { tell, toOwner, toTpiSecretariat } from "./notices.js";
import { recordJob } from "./record-act.js";
import { absent } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

export type HasilTemplate = "hpak" | "tabulasi" | "penjelasan";

const TITLE: Readonly<Record<HasilTemplate, string>> = {
  hpak: "Hasil Penilaian Angka Kredit",
  tabulasi: "Tabulasi",
  penjelasan: "Penjelasan",
};

/** Prints one result of a DUPAK decided in session. Again for the same DUPAK: the same number and the same document. */
export const issueResult = async (
  deps: SiwiDeps,
  input: {
    readonly caseId: string;
    readonly template: HasilTemplate;
    readonly job: string;
    readonly signal: AbortSignal;
  },
): Promise<string> => {
  const { caseId, template } = input;
  const { data, nomor } = await deps.db.transaction(async (tx) => {
    const context = await dupakContext(deps, tx, caseId);
    const nomor = await numberFor(deps, tx, caseId, template);
    return { nomor, data: await dataFor(deps, tx, context, template, nomor) };
  });
  const printed = await deps.documents.print(
    {
      caseId,
      template: `siwi/${template}`,
      title: TITLE[template],
      number: nomor,
      data,
      key: `siwi:${template}:${caseId}`,
      issuedBy: `system:${input.job}`,
    },
    input.signal,
  );
  return printed.id;
};

/** Taken at issue and kept: a retry does not take a second one. Source: domain note 1.8.3. */
const numberFor = (deps: SiwiDeps, tx: UnitOfWork, caseId: string, template: HasilTemplate): Promise<string> => {
  const numbers = deps.numbers(tx);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  return numbers.officialNumber(`${template}:${caseId}`, async () => {
    const number = await numbers.nextNumber(`${template}:${year}`);
    return officialNumber(deps, tx, template, number);
  });
};

const dataFor = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  context: DupakContext,
  template: HasilTemplate,
  nomor: string,
): Promise<object> => {
  const { dupak, periode, rows, aturan } = context;
  const { perorangan } = dupak;
  const anggota = await sessionMembers(deps, tx, context);
  const frame = {
    ...(await headOfTpp(deps, tx)),
    nomor,
    masaPenilaian: { mulai: periode.masaMulai, selesai: periode.masaSelesai },
    pegawai: { ...pegawaiCetak(perorangan), pangkat: pangkat(perorangan.golongan) },
  };
  if (template === "tabulasi") {
    return {
      ...frame,
      ...isiTabulasi(rows, dupak.jalur === "TPI"),
      penandatangan: await signer(deps, tx, anggota, "Sekretaris"),
    };
  }
  if (template === "penjelasan") {
    const saranUmum = ["Bukti fisik disusun menurut kode kegiatan dan diunggah dalam satu arsip untuk setiap butir."];
    return {
      ...frame,
      ...isiPenjelasan(rows),
      saranUmum,
      penandatangan: await signer(deps, tx, anggota, "Sekretaris"),
    };
  }
  const { kelompok, jumlah, kebutuhan, memenuhi, catatan } = hasilPenilaian(dupak, rows, aturan);
  const tembusan = [`Kepala ${perorangan.unitKerja}`, `Sekretariat Tim Penilai Instansi ${perorangan.instansi}`];
  return {
    ...frame,
    kelompok,
    jumlah,
    kebutuhan,
    memenuhi,
    catatan,
    penandatangan: await signer(deps, tx, anggota, "Ketua"),
    tembusan,
  };
};

const sessionMembers = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { dupak }: DupakContext,
): Promise<readonly AnggotaSidang[]> => {
  const sidang = dupak.sidangId === null ? undefined : await deps.sidang(tx).sidang(dupak.sidangId);
  if (sidang?.status !== "DIPUTUS") throw absent("decided session of DUPAK", dupak.caseId);
  return sidang.anggota;
};

/** The chair or secretary of the team by decree; while none is set, whoever held the place in the session. */
const signer = (
  deps: SiwiDeps,
  tx: UnitOfWork,
  anggota: readonly AnggotaSidang[],
  kedudukan: "Ketua" | "Sekretaris",
) => {
  const member = anggota.find((each) => each.kedudukan === kedudukan);
  const peran = kedudukan === "Ketua" ? "KETUA_TPP" : "SEKRETARIS_TPP";
  return signerOf(deps, tx, LINGKUP_TPP, peran, {
    jabatan: `${kedudukan} Tim Penilai Pusat`,
    nama: member?.nama ?? null,
    nip: member?.nip ?? null,
  });
};

/** Closes the DUPAK and tells the widyaiswara and the agency. Done already: nothing happens. */
export const publishResult = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const context = await dupakContext(deps, tx, caseId);
    const { dupak, rows, aturan } = context;
    const caseFile: CaseFile = await deps.cases.get(tx, caseId);
    if (caseFile.status === "SELESAI") return;
    const { sesudah, jumlah } = hasilPenilaian(dupak, rows, aturan);
    await deps.store(tx).saveDupak({ ...dupak, hasil: sesudah });
    const done = await moveDupak(deps, tx, caseFile, "SELESAI", { closed: true });
    const total = jumlah.jumlah.replace(".", ",");
    await tell(
      deps,
      tx,
      done,
      "published",
      [...toOwner(done), toTpiSecretariat(dupak.perorangan.instansiId)],
      { id: "Hasil penilaian terbit", en: "Result published" },
      {
        id: `HPAK, tabulasi, dan penjelasan ${done.reference} sudah terbit. Jumlah angka kredit ${total}.`,
        en: `The result of ${done.reference} is out. Total credit ${total}.`,
      },
    );
    await recordJob(
      deps,
      tx,
      { job: "publish-hasil-dupak", caseFile },
      {
        action: "dupak.published",
        subject: { type: "Dupak", id: dupak.id },
        story: { id: `menerbitkan hasil penilaian dengan jumlah ${total}`, en: `published the result: ${total}` },
      },
    );
  });
