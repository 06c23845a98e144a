import type { FieldChange, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaMasa, tanggalWib } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { type JadwalPeriode, type Periode, periksaJadwal } from "../domain/periode.js";
import { type FormData, textOf } from "./form-data.js";
import { periodOfCase, scheduleOf, scheduleVariables } from "./period-schedule.js";
import { badInput } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Admin Pusat changes the schedule of a period or closes it before its last day. */
export const managePeriod = (deps: SiwiDeps): TaskHandler => ({
  processId: "masa-penilaian",
  elementId: "ManagePeriod",

  async open(tx, { caseFile }) {
    const { masaMulai, masaSelesai, buka, tutup } = await periodOfCase(deps, tx, caseFile.id);
    return { data: { masaMulai, masaSelesai, buka, tutup } };
  },

  async complete(tx, request) {
    const periode = await periodOfCase(deps, tx, request.caseFile.id);
    return textOf(request.data, "keputusan") === "TUTUP"
      ? close(deps, tx, request, periode)
      : change(deps, tx, request, periode);
  },
});

type Request = TaskRequest & { readonly data: FormData };

const close = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile, data }: Request, periode: Periode) => {
  await deps.store(tx).savePeriode({ ...periode, ditutupPada: tanggalWib(deps.clock.now()) });
  await deps.cases.setStatus(tx, caseFile, "DITUTUP", { closed: true });
  return {
    variables: { keputusan: "TUTUP" },
    action: "periode.closed",
    story: { id: `menutup masa penilaian ${periode.nama} lebih awal`, en: `closed ${periode.nama} early` },
    reason: textOf(data, "alasan"),
  };
};

const change = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile, data }: Request, periode: Periode) => {
  const store = deps.store(tx);
  const jadwal = scheduleOf(data);
  const others = (await store.periodes()).filter(({ id }) => id !== periode.id);
  const faults = [
    ...periksaJadwal(jadwal, others, tanggalWib(deps.clock.now())),
    ...fixedNow(periode, jadwal, caseFile.status, await store.hasDupak(periode.id)),
  ];
  if (faults.length > 0) throw badInput(faults, "data.");
  const nama = namaMasa(jadwal);
  await store.savePeriode({ ...periode, ...jadwal, nama });
  await deps.cases.setStatus(tx, caseFile, caseFile.status, { title: `Masa penilaian ${nama}` });
  return {
    variables: { keputusan: "UBAH", ...scheduleVariables(jadwal) },
    action: "periode.changed",
    story: { id: `mengubah jadwal masa penilaian ${nama}`, en: `changed the schedule of ${nama}` },
    changes: changesOf(periode, jadwal),
    reason: textOf(data, "alasan"),
  };
};

/** What people have relied on already cannot be changed any more. */
const fixedNow = (before: Periode, after: JadwalPeriode, status: string, used: boolean): readonly Masalah[] => [
  ...(used && (before.masaMulai !== after.masaMulai || before.masaSelesai !== after.masaSelesai)
    ? [
        masalah(
          "masaMulai",
          "Masa penilaian tidak dapat diubah karena sudah ada DUPAK di dalamnya",
          "The period cannot be changed: there are DUPAK in it already",
        ),
      ]
    : []),
  ...(status === "DIBUKA" && before.buka !== after.buka
    ? [
        masalah(
          "buka",
          "Hari pembukaan tidak dapat diubah karena pengiriman sudah dibuka",
          "Sending is open already: its first day cannot be changed",
        ),
      ]
    : []),
];

const LABELS: readonly (readonly [keyof JadwalPeriode, string])[] = [
  ["masaMulai", "Masa mulai"],
  ["masaSelesai", "Masa selesai"],
  ["buka", "Pengiriman dibuka"],
  ["tutup", "Pengiriman ditutup"],
];

const changesOf = (before: JadwalPeriode, after: JadwalPeriode): readonly FieldChange[] =>
  LABELS.filter(([key]) => before[key] !== after[key]).map(([key, label]) => ({
    field: key,
    label,
    from: before[key],
    to: after[key],
  }));
