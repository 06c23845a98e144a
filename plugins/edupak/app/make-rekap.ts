import { buffer } from "node:stream/consumers";
import {
  type CaseFile,
  type UnitOfWork,
  writeSheet,
  type WrittenValue,
  XLSX_CONTENT_TYPE,
} from "../../../src/plugin-api/index.js";
import { ak, jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, tanggalWib } from "../../kepegawaian/plugin.js";
import { ditetapkan, diusulkan } from "../domain/hasil.js";
import { JENIS_AKUN } from "../domain/jenis-akun.js";
import { jumlahKelompok } from "../domain/kelompok-pak.js";
import { DUPAK_STATUSES } from "./case-statuses.js";
import { dupakContext } from "./dupak-context.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import type { Rekap } from "./edupak-store.js";
import { pejabatDari } from "./jfk.js";
import { tell, toOwner } from "./notices.js";
import { PENGGUNA_COLUMNS, USULAN_COLUMNS } from "./rekap-columns.js";

type Row = Readonly<Record<string, WrittenValue>>;
const FINISHED = ["DICETAK", "DITERIMA"];
const AMOUNTS_KNOWN = ["RESUME", "DITETAPKAN", ...FINISHED];

/** Makes the spreadsheet of a recap and closes it; done already: nothing happens. Source: domain note 1.5.2. */
export const makeRekap = async (deps: EdupakDeps, caseId: string): Promise<void> => {
  const rekap = await deps.db.read((tx) => rekapOf(deps, tx, caseId));
  if (rekap.baris !== null) return;
  let count = 0;
  const rows = rekap.jenis === "USULAN" ? usulanRows(deps, rekap) : penggunaRows(deps, rekap);
  const counted = (async function* () {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  })();
  const columns = rekap.jenis === "USULAN" ? USULAN_COLUMNS : PENGGUNA_COLUMNS;
  const bytes = await buffer(writeSheet(columns, counted, rekap.jenis === "USULAN" ? "DUPAK" : "Pengguna"));
  await deps.db.transaction((tx) => keep(deps, tx, rekap, bytes, count));
};

const rekapOf = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<Rekap> => {
  const found = await deps.store(tx).rekapByCase(caseId);
  if (found === undefined) throw absent("recap", caseId);
  return found;
};

const keep = async (deps: EdupakDeps, tx: UnitOfWork, rekap: Rekap, bytes: Buffer, baris: number): Promise<void> => {
  const { caseId } = rekap;
  const caseFile = await deps.cases.get(tx, caseId);
  if (caseFile.status !== "DISUSUN") return;
  const files = await dupakFiles(deps, tx, rekap);
  await deps.files.store(tx, {
    name: `${caseFile.reference}.xlsx`,
    contentType: XLSX_CONTENT_TYPE,
    bytes,
    caseId,
    place: "rekap",
    userId: caseFile.ownerId ?? "system:make-rekap-jfk",
  });
  const selesai = files.filter(({ status }) => FINISHED.includes(status)).length;
  await deps.store(tx).saveRekap({ ...rekap, baris, masuk: files.length, selesai });
  const done = await deps.cases.setStatus(tx, caseFile, "SELESAI", { closed: true });
  await tell(
    deps,
    tx,
    done,
    "recap",
    toOwner(done),
    { id: "Rekap selesai", en: "Recap ready" },
    { id: `${done.title}: ${baris} baris.`, en: `${done.reference}: ${baris} rows.` },
  );
};

/** Case files of DUPAK that were sent at least once and opened between the two days. */
const dupakFiles = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { instansiId, dari, sampai, jenis }: Rekap,
): Promise<readonly CaseFile[]> => {
  if (jenis !== "USULAN") return [];
  const all = await deps.cases.list(tx, {
    app: APP,
    type: "dupak",
    ...(instansiId === null ? {} : { scope: { type: "instansi", id: instansiId } }),
  });
  const opened = (caseFile: CaseFile): string => tanggalWib(caseFile.openedAt);
  return all.filter(
    (each) => !["DRAF", "DIBATALKAN"].includes(each.status) && dari <= opened(each) && opened(each) <= sampai,
  );
};

async function* usulanRows(deps: EdupakDeps, rekap: Rekap): AsyncGenerator<Row> {
  const files = await deps.db.read((tx) => dupakFiles(deps, tx, rekap));
  // One short read for each: a recap of many thousands must not hold the database meanwhile.
  for (const caseFile of files) yield await deps.db.read((tx) => usulanRow(deps, tx, caseFile));
}

const usulanRow = async (deps: EdupakDeps, tx: UnitOfWork, caseFile: CaseFile): Promise<Row> => {
  const { dupak, rows } = await dupakContext(deps, tx, caseFile.id);
  const { perorangan, masaMulai, masaSelesai, lama, penetapan } = dupak;
  const before = jumlahKelompok(lama);
  const approved = AMOUNTS_KNOWN.includes(caseFile.status) ? jumlahAk(rows.map(ditetapkan)) : null;
  const status = (DUPAK_STATUSES as Readonly<Record<string, { label: { id: string } }>>)[caseFile.status];
  return {
    berkas: caseFile.reference,
    nip: perorangan.nip,
    nama: perorangan.nama,
    jabatan: perorangan.jabatan,
    golongan: perorangan.golongan,
    instansi: perorangan.instansi,
    unitKerja: perorangan.unitKerja,
    masaMulai,
    masaSelesai,
    masuk: tanggalWib(caseFile.openedAt),
    keadaan: status?.label.id ?? caseFile.status,
    akLama: tulisAk(before),
    akUsul: tulisAk(jumlahAk(rows.map(diusulkan))),
    akDisetujui: approved === null ? null : tulisAk(approved),
    jumlah: approved === null ? null : tulisAk(ak(before + approved)),
    penetapan,
  };
};

async function* penggunaRows(deps: EdupakDeps, rekap: Rekap): AsyncGenerator<Row> {
  for (const kind of JENIS_AKUN) {
    const scope = kind.diInstansi && rekap.instansiId !== null ? rekap.instansiId : undefined;
    const holders = await deps.db.read((tx) => deps.users.holders(tx, kind.role, scope));
    for (const { userId } of holders) {
      const row = await deps.db.read((tx) => penggunaRow(deps, tx, rekap, userId, kind.nama));
      if (row !== undefined) yield row;
    }
  }
}

const penggunaRow = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { instansiId }: Rekap,
  userId: string,
  peran: string,
): Promise<Row | undefined> => {
  const user = await deps.users.find(tx, userId);
  const personId = user?.personId ?? null;
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  if (user === undefined || pegawai === undefined) return undefined;
  if (instansiId !== null && pegawai.instansiId !== instansiId) return undefined;
  const { nama, nip, golongan, jabatan } = await pejabatDari(deps, tx, pegawai);
  const instansi = await deps.people(tx).instansi(pegawai.instansiId);
  const saldo = await deps.store(tx).saldo(pegawai.id);
  return {
    nip,
    nama,
    pengguna: user.username,
    peran,
    jabatan,
    golongan,
    instansi: instansi?.nama ?? null,
    pakTerakhir: saldo?.nomor ?? null,
  };
};
