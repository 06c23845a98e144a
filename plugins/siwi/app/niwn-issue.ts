import { BpmnError, type CaseFile, type UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan, namaJenjang, JENJANG, pangkat } from "../../angka-kredit/plugin.js";
import {
  bacaNip,
  namaLengkap,
  officialNumber,
  type Pegawai,
  type Signer,
  signerOf,
  tanggalWib,
} from "../../kepegawaian/plugin.js";
import { bacaNiwn, susunNiwn, tulisNiwn } from "../domain/niwn.js";
import { LINGKUP_PUSBIN } from "./acuan-cetak.js";
import { headOfPusbin } from "./letterhead.js";
import { personDecided } from "./niwn-collective-end.js";
import { requestOfCase } from "./niwn-request.js";
import { tell, toAdminPusat } from "./notices.js";
import { unitNamed } from "./unit-named.js";
import { recordJob } from "./record-act.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { NiwnTerdaftar, PermohonanNiwn } from "./siwi-store.js";

/** Counter of the national running number: one for everyone, never reused. */
export const NIWN_COUNTER = "niwn";

/** What the process goes on with: a new account confirms its data first. */
export interface IssuedNiwn {
  readonly niwn: string;
  /** User name of the account. */
  readonly akun: string;
  readonly akunBaru: boolean;
}

const BY_HAND: Signer = {
  jabatan: "Kepala Pusat Pembinaan Jabatan Fungsional Widyaiswara",
  nama: null,
  nip: null,
};
const ISSUED = new Set(["DITERBITKAN", "AKTIF"]);

/**
 * Issues the number of an approved request (or registers the existing one), makes the account, and prints the notice.
 * Again for the same request: the same number.
 * @throws {BpmnError} NIWN_SUDAH_ADA when the person has got a number by another request meanwhile.
 */
export const issueNiwn = async (deps: SiwiDeps, caseId: string, signal: AbortSignal): Promise<IssuedNiwn> => {
  const outcome = await deps.db.transaction((tx) => register(deps, tx, caseId));
  if (outcome.kind === "exists")
    throw new BpmnError("NIWN_SUDAH_ADA", `Expected NIP without a NIWN, but it has one: ${outcome.niwn}`);
  await deps.documents.print(
    {
      caseId,
      template: "siwi/niwn",
      title: "Pemberitahuan NIWN",
      number: outcome.nomor,
      data: outcome.data,
      key: `siwi:niwn:${caseId}`,
      issuedBy: "system:issue-niwn",
    },
    signal,
  );
  return { niwn: outcome.niwn, akun: outcome.akun, akunBaru: outcome.akunBaru };
};

const register = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string) => {
  const store = deps.store(tx);
  const permohonan = await requestOfCase(deps, tx, caseId);
  const caseFile = await deps.cases.get(tx, caseId);
  const existing = await store.niwnByNip(permohonan.nip);
  if (existing !== undefined && !ISSUED.has(caseFile.status)) {
    await refuseSecond(deps, tx, caseFile, permohonan, existing);
    return { kind: "exists", niwn: existing.niwn } as const;
  }
  const pegawai = await keepPerson(deps, tx, permohonan);
  const terdaftar = existing ?? (await giveNumber(deps, tx, permohonan));
  if (existing === undefined) await giveAccount(deps, tx, caseFile, permohonan, pegawai, terdaftar);
  const account = await deps.users.findByPerson(tx, pegawai.id);
  if (account === undefined) throw new Error(`Expected an account of person '${pegawai.id}', but there is none`);
  const nomor = await officialNumber(deps, tx, "niwn", terdaftar.nomor, terdaftar.terbit);
  return {
    kind: "issued",
    niwn: terdaftar.niwn,
    akun: account.username,
    // A new account's owner confirms the data first; the others are in use at once.
    akunBaru: (await deps.cases.get(tx, caseId)).status === "DITERBITKAN",
    nomor,
    data: await noticeData(deps, tx, pegawai, terdaftar, nomor),
  } as const;
};

const giveNumber = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { nip, niwnLama }: PermohonanNiwn,
): Promise<NiwnTerdaftar> => {
  const store = deps.store(tx);
  const terbit = tanggalWib(deps.clock.now());
  const person = bacaNip(nip, terbit);
  if (!person.ok) throw new Error(`Expected a valid NIP in the request, but ${person.pesan.en}`);
  const old = niwnLama === null ? undefined : bacaNiwn(niwnLama);
  if (old !== undefined) await deps.numbers(tx).raiseNumber(NIWN_COUNTER, old.nomor);
  const nomor = old?.nomor ?? (await deps.numbers(tx).nextNumber(NIWN_COUNTER));
  const niwn =
    old?.niwn ?? susunNiwn({ tanggalLahir: person.tanggalLahir, jenisKelamin: person.jenisKelamin, terbit, nomor });
  const terdaftar: NiwnTerdaftar = { niwn, nip, nomor, tanda: old?.tanda ?? [], terbit, nonaktif: null };
  await store.addNiwn(terdaftar);
  return terdaftar;
};

const giveAccount = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  permohonan: PermohonanNiwn,
  pegawai: Pegawai,
  { niwn }: NiwnTerdaftar,
): Promise<void> => {
  const known = await deps.users.findByPerson(tx, pegawai.id);
  const account =
    known === undefined
      ? await deps.users.create(tx, {
          username: pegawai.nip,
          displayName: namaLengkap(pegawai),
          personId: pegawai.id,
          mail: pegawai.surel,
          showCodeTo: { role: "admin-pusat" },
        })
      : known;
  await deps.users.assign(tx, account.userId, { role: "widyaiswara", scopeType: null, scopeId: null });
  // Someone who has been signing in already uses the number at once; a new account confirms it at the first sign-in.
  const isNew = known === undefined;
  const issued = await deps.cases.setStatus(tx, caseFile, isNew ? "DITERBITKAN" : "AKTIF", { closed: !isNew });
  await personDecided(deps, tx, permohonan);
  const text = tulisNiwn(niwn);
  const how =
    known !== undefined
      ? "Akun sudah ada."
      : "Akun dibuat dengan nama pengguna NIP; kode aktivasi sekali pakai tampil pada berkas ini bagi Admin Pusat selama 30 menit, sesudahnya buat kode baru di situ.";
  await tell(
    deps,
    tx,
    issued,
    "niwn-issued",
    [toAdminPusat],
    { id: "NIWN diterbitkan", en: "NIWN issued" },
    { id: `${issued.subjectName}: ${text}. ${how}`, en: `${issued.subjectName}: ${text}.` },
  );
  const others = new Set([permohonan.pemohonId, account.userId]);
  await tell(
    deps,
    tx,
    issued,
    "niwn-issued-owner",
    [...others].map((userId) => ({ userId })),
    { id: "NIWN diterbitkan", en: "NIWN issued" },
    { id: `NIWN ${issued.subjectName} adalah ${text}.`, en: `The NIWN of ${issued.subjectName} is ${text}.` },
  );
  await recordJob(
    deps,
    tx,
    { job: "issue-niwn", caseFile },
    {
      action: "niwn.issued",
      subject: { type: "Niwn", id: niwn },
      story: { id: `menerbitkan NIWN ${text}`, en: `issued NIWN ${text}` },
    },
  );
};

const refuseSecond = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  permohonan: PermohonanNiwn,
  { niwn }: NiwnTerdaftar,
): Promise<void> => {
  if (caseFile.status === "DITOLAK") return;
  const text = tulisNiwn(niwn);
  const refused = await deps.cases.setStatus(tx, caseFile, "DITOLAK", { closed: true });
  await personDecided(deps, tx, permohonan);
  await tell(
    deps,
    tx,
    refused,
    "niwn-exists",
    [{ userId: permohonan.pemohonId }],
    { id: "NIWN sudah ada", en: "NIWN exists" },
    { id: `NIP ${permohonan.nip} sudah memiliki NIWN ${text}.`, en: `NIP ${permohonan.nip} has NIWN ${text}.` },
  );
};

/** The personnel record of the request: the one known, brought up to the SK, or a new one. */
const keepPerson = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { nip, isian, instansiId }: PermohonanNiwn,
): Promise<Pegawai> => {
  const people = deps.people(tx);
  const known = await people.pegawaiByNip(nip);
  const text = (key: string): string => isian[key] ?? "";
  const optional = (key: string): string | null => (text(key) === "" ? null : text(key));
  const sex = bacaNip(nip, tanggalWib(deps.clock.now()));
  let unitKerjaId = known?.unitKerjaId;
  unitKerjaId ??= await unitNamed(deps, tx, instansiId, text("unitKerja"));
  const pegawai: Pegawai = {
    id: known?.id ?? deps.ids.next(),
    nip,
    gelarDepan: optional("gelarDepan"),
    nama: text("nama"),
    gelarBelakang: optional("gelarBelakang"),
    tempatLahir: text("tempatLahir"),
    tanggalLahir: text("tanggalLahir"),
    jenisKelamin: sex.ok ? sex.jenisKelamin : "L",
    noKarpeg: text("noKarpeg"),
    pendidikan: known?.pendidikan ?? text("pendidikan"),
    pendidikanDiperhitungkan: optional("pendidikan"),
    golongan: text("golongan"),
    tmtGolongan: text("tmtGolongan"),
    jabatan: "Widyaiswara",
    jenjang: text("jenjang"),
    tmtJabatan: text("tmtJabatan"),
    instansiId,
    unitKerjaId,
    surel: optional("surel") ?? known?.surel ?? null,
    aktif: true,
  };
  await people.savePegawai(pegawai);
  return pegawai;
};

const noticeData = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  pegawai: Pegawai,
  { niwn, terbit }: NiwnTerdaftar,
  nomor: string,
) => {
  const people = deps.people(tx);
  const head = await headOfPusbin(deps, tx);
  const instansi = await people.instansi(pegawai.instansiId);
  const unit = await people.unitKerja(pegawai.unitKerjaId);
  const jenjang = JENJANG.find((each) => each === pegawai.jenjang);
  return {
    kop: head.kop,
    nomor,
    niwn,
    tanggalTerbit: terbit,
    pegawai: {
      nama: namaLengkap(pegawai),
      nip: pegawai.nip,
      niwn,
      karpeg: pegawai.noKarpeg === "" ? null : pegawai.noKarpeg,
      tempatLahir: pegawai.tempatLahir,
      tanggalLahir: pegawai.tanggalLahir,
      jenisKelamin: pegawai.jenisKelamin,
      pendidikan: pegawai.pendidikan,
      pangkat: adalahGolongan(pegawai.golongan) ? pangkat(pegawai.golongan) : "",
      golongan: pegawai.golongan,
      tmtGolongan: pegawai.tmtGolongan,
      jabatan: jenjang === undefined ? pegawai.jabatan : `${pegawai.jabatan} ${namaJenjang(jenjang)}`,
      tmtJabatan: pegawai.tmtJabatan,
      unitKerja: unit?.nama ?? "-",
      instansi: instansi?.nama ?? "-",
    },
    namaPengguna: pegawai.nip,
    penetapan: { tempat: head.penetapan.tempat, tanggal: terbit },
    penandatangan: await signerOf(deps, tx, LINGKUP_PUSBIN, "KEPALA_PUSBIN", BY_HAND),
  };
};
