import type { FieldChange, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan, JENJANG, namaJenjang, PENDIDIKAN } from "../../angka-kredit/plugin.js";
import { BIDANG_SAPK, type Pegawai, saranPerbaikan, tanggalWib, tulisNip } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { dateOf, type FormData, textOf } from "./form-data.js";
import { tell, toOwner } from "./notices.js";
import { mayChangeProfile } from "./profile-start.js";
import { absent, badInput, forbid } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { unitNamed } from "./unit-named.js";

/** What the form shows and gives back, as text; `niwn` is the state of the number. */
interface Profil {
  readonly golongan: string;
  readonly tmtGolongan: string;
  readonly jenjang: string;
  readonly tmtJabatan: string;
  readonly unitKerja: string;
  readonly pendidikan: string;
  readonly pendidikanDiperhitungkan: string;
  readonly noKarpeg: string;
  readonly statusNiwn: string;
}

const LABELS: Readonly<Record<keyof Profil, string>> = {
  golongan: "Golongan ruang",
  tmtGolongan: "TMT golongan",
  jenjang: "Jenjang",
  tmtJabatan: "TMT jabatan",
  unitKerja: "Unit kerja",
  pendidikan: "Pendidikan terakhir",
  pendidikanDiperhitungkan: "Pendidikan yang sudah diperhitungkan",
  noKarpeg: "Nomor seri Karpeg",
  statusNiwn: "Status NIWN",
};
const KEYS = Object.keys(LABELS) as readonly (keyof Profil)[];

/**
 * Writes changed profile data of a widyaiswara, old and new values into the history. The Admin Pusat also takes a NIWN out of use.
 * A DUPAK that has been sent keeps what it was sent with. Source: domain note 1.2.
 */
export const changeProfile = (deps: SiwiDeps): TaskHandler => ({
  processId: "perubahan-data",
  elementId: "ChangeProfile",

  async open(tx, { caseFile, actor }) {
    const { pegawai, alasan } = await personOf(deps, tx, caseFile.id);
    return {
      data: { ...(await profileOf(deps, tx, pegawai)), adminPusat: actor.role?.role === "admin-pusat" },
      facts: [
        { label: { id: "Nama", en: "Name" }, value: caseFile.subjectName },
        { label: { id: "NIP", en: "Employee number" }, value: tulisNip(pegawai.nip) },
        { label: { id: "Alasan", en: "Reason" }, value: alasan },
        ...((await deps.people(tx).milikSapk(pegawai.instansiId)) ? [FROM_SAPK] : []),
      ],
    };
  },

  async complete(tx, request) {
    const { pegawai, alasan } = await personOf(deps, tx, request.caseFile.id);
    if (!mayChangeProfile(request.actor, pegawai.instansiId))
      throw forbid("Peran Anda tidak dapat mengubah data ini", "Your role may not change these data");
    if (textOf(request.data, "keputusan") === "BATAL") {
      await deps.cases.setStatus(tx, request.caseFile, "BATAL", { closed: true });
      return {
        variables: { keputusan: "BATAL" },
        action: "profile.change-cancelled",
        story: { id: "membatalkan perubahan data", en: "cancelled the change" },
      };
    }
    return save(deps, tx, request, pegawai, alasan);
  },
});

/** Shown above the form, so that nobody types what will be refused. */
const FROM_SAPK = {
  label: { id: "Sumber data", en: "Source" },
  value:
    "SAPK. Hanya pendidikan yang sudah diperhitungkan dan status NIWN yang diubah di sini; yang lain diperbaiki di SAPK, menu Peremajaan Data.",
};

const personOf = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string) => {
  const perubahan = await deps.store(tx).perubahanByCase(caseId);
  const pegawai = perubahan === undefined ? undefined : await deps.people(tx).pegawai(perubahan.pegawaiId);
  if (perubahan === undefined || pegawai === undefined) throw absent("change", caseId);
  return { pegawai, alasan: perubahan.alasan };
};

const profileOf = async (deps: SiwiDeps, tx: UnitOfWork, pegawai: Pegawai): Promise<Profil> => {
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const niwn = await deps.store(tx).niwnByNip(pegawai.nip);
  const { golongan, tmtGolongan, tmtJabatan, pendidikan, noKarpeg } = pegawai;
  return {
    golongan,
    tmtGolongan,
    jenjang: pegawai.jenjang ?? "",
    tmtJabatan,
    unitKerja: unit?.nama ?? "",
    pendidikan,
    pendidikanDiperhitungkan: pegawai.pendidikanDiperhitungkan ?? "",
    noKarpeg,
    statusNiwn: niwn === undefined ? "" : niwn.nonaktif === null ? "AKTIF" : "NONAKTIF",
  };
};

type Request = TaskRequest & { readonly data: FormData };

const save = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile, actor, data }: Request,
  pegawai: Pegawai,
  alasan: string,
) => {
  const before = await profileOf(deps, tx, pegawai);
  const after = readProfile(data, before, actor.role?.role === "admin-pusat");
  const faults = [
    ...faultsOf(after, before, tanggalWib(deps.clock.now())),
    ...((await deps.people(tx).milikSapk(pegawai.instansiId)) ? ownedBySapk(after, before) : []),
  ];
  if (faults.length > 0) throw badInput(faults, "data.");
  const unitKerjaId =
    after.unitKerja === before.unitKerja
      ? pegawai.unitKerjaId
      : await unitNamed(deps, tx, pegawai.instansiId, after.unitKerja);
  const { unitKerja: _unit, statusNiwn, pendidikanDiperhitungkan: counted, ...columns } = after;
  await deps.people(tx).savePegawai({
    ...pegawai,
    ...columns,
    unitKerjaId,
    pendidikanDiperhitungkan: counted === "" ? null : counted,
  });
  if (statusNiwn !== before.statusNiwn) await changeNiwn(deps, tx, pegawai.nip, statusNiwn, alasan);
  const changes = changesOf(before, after);
  const saved = await deps.cases.setStatus(tx, caseFile, "DISIMPAN", { closed: true });
  const fields = changes.map(({ label }) => label).join(", ");
  const title = { id: "Data Anda diubah", en: "Your data were changed" };
  await tell(deps, tx, saved, "profile-changed", toOwner(saved), title, {
    id: `${fields}. Alasan: ${alasan}`,
    en: `${fields}. Reason: ${alasan}`,
  });
  return {
    variables: { keputusan: "SIMPAN" },
    action: "profile.changed",
    story: { id: `mengubah ${fields}`, en: `changed ${fields}` },
    changes,
    reason: alasan,
  };
};

const readProfile = (data: FormData, before: Profil, admin: boolean): Profil => ({
  golongan: textOf(data, "golongan"),
  tmtGolongan: dateOf(data, "tmtGolongan"),
  jenjang: textOf(data, "jenjang"),
  tmtJabatan: dateOf(data, "tmtJabatan"),
  unitKerja: textOf(data, "unitKerja"),
  pendidikan: textOf(data, "pendidikan"),
  pendidikanDiperhitungkan: textOf(data, "pendidikanDiperhitungkan"),
  noKarpeg: textOf(data, "noKarpeg"),
  // Only the Admin Pusat issues numbers, hence takes them out of use; what others send does not count.
  statusNiwn: admin && before.statusNiwn !== "" ? textOf(data, "statusNiwn") || before.statusNiwn : before.statusNiwn,
});

const faultsOf = (after: Profil, before: Profil, today: string): readonly Masalah[] => {
  const faults: Masalah[] = [];
  const fault = (kolom: keyof Profil, id: string, en: string): void => void faults.push(masalah(kolom, id, en));
  if (!adalahGolongan(after.golongan))
    fault("golongan", `Golongan "${after.golongan}" tidak dikenal`, `Unknown grade "${after.golongan}"`);
  if (JENJANG.every((each) => each !== after.jenjang))
    fault("jenjang", `Jenjang "${after.jenjang}" tidak dikenal`, `Unknown level "${after.jenjang}"`);
  if (after.pendidikanDiperhitungkan !== "" && PENDIDIKAN.every((each) => each !== after.pendidikanDiperhitungkan))
    fault("pendidikanDiperhitungkan", "Pendidikan tidak dikenal", "Unknown degree");
  for (const key of ["tmtGolongan", "tmtJabatan"] as const) {
    if (after[key] > today)
      fault(key, `${LABELS[key]} ${after[key]} belum terjadi`, `${after[key]} lies in the future`);
  }
  if (after.unitKerja === "") fault("unitKerja", "Unit kerja wajib diisi", "The unit is required");
  if (faults.length === 0 && KEYS.every((key) => after[key] === before[key]))
    fault("golongan", "Tidak ada data yang berubah", "Nothing has changed");
  return faults;
};

/** What SAPK says is corrected there, never here. Source: domain note 1.5.4. */
const ownedBySapk = (after: Profil, before: Profil): readonly Masalah[] =>
  BIDANG_SAPK.flatMap((bidang) => {
    const key = KEYS.find((each) => each === bidang);
    if (key === undefined || after[key] === before[key]) return [];
    const { id, en } = saranPerbaikan(bidang);
    return [masalah(key, `${LABELS[key]} berasal dari SAPK; ${id}`, `This value comes from SAPK; ${en}`)];
  });

const changeNiwn = async (deps: SiwiDeps, tx: UnitOfWork, nip: string, status: string, alasan: string) => {
  const store = deps.store(tx);
  const niwn = await store.niwnByNip(nip);
  if (niwn === undefined) throw absent("NIWN of", nip);
  const pada = tanggalWib(deps.clock.now());
  await store.setNonaktif(niwn.niwn, status === "NONAKTIF" ? { pada, alasan } : null);
};

const changesOf = (before: Profil, after: Profil): readonly FieldChange[] =>
  KEYS.filter((key) => before[key] !== after[key]).map((key) => ({
    field: key,
    label: LABELS[key],
    from: shown(key, before[key]),
    to: shown(key, after[key]),
  }));

const shown = (key: keyof Profil, value: string): string => {
  const jenjang = key === "jenjang" ? JENJANG.find((each) => each === value) : undefined;
  return jenjang === undefined ? value : namaJenjang(jenjang);
};
