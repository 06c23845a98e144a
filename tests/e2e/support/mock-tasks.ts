import type { z } from "zod";
import type { TaskItem, TaskPage } from "../../../src/http/contract/tasks.js";
import { names, nip } from "./mock-people.js";

export type TaskDetail = z.infer<typeof TaskPage>;

const DAY = 86_400_000;
const labels = [
  ["Penilaian butir kegiatan", "nilai", "Dinilai TPI", "info"],
  ["Periksa prasyarat DUPAK", "periksa", "Dikirim", "warning"],
  ["Pengajuan ke TPP", "pengajuan", "Menunggu kirim TPP", "neutral"],
  ["Perbaiki DUPAK", "perbaiki", "Dikembalikan", "danger"],
] as const;

const caseOf = (n: number): NonNullable<TaskItem["case"]> => ({
  id: `case-${n}`,
  reference: `DUPAK-2026-${String(n).padStart(4, "0")}`,
  title: "DUPAK Januari–Juni 2026",
  subjectName: names[n % names.length] ?? "",
  subjectNumber: nip(n),
  unitName: n % 2 === 0 ? "BPSDM Provinsi Nusa Kencana" : "BKPSDM Kota Tirta Mulya",
  status: "S",
  statusLabel: { id: labels[n % 4]?.[2] ?? "", en: labels[n % 4]?.[2] ?? "" },
  tone: labels[n % 4]?.[3] ?? "neutral",
});

/** Thirty open tasks: late, due and later; some free, some mine. */
export const someTasks = (now: number): TaskItem[] =>
  Array.from({ length: 30 }, (_, n) => {
    const due = [-3, 0, 1, 2, 5, 9, null][n % 7] ?? null;
    return {
      key: String(2_251_799_813_700_000 + n),
      name: labels[n % 4]?.[0] ?? "",
      processName: n % 5 === 4 ? "Registrasi NIWN" : "DUPAK Online",
      processId: n % 5 === 4 ? "registrasi-niwn" : "dupak-online",
      elementId: labels[n % 4]?.[1] ?? "",
      createdAt: now - (n + 1) * 0.7 * DAY,
      dueAt: due === null ? null : now + due * DAY,
      dueInWorkingDays: due,
      completedAt: null,
      priority: 50,
      assignee: n % 3 === 2 ? null : { username: "tpi1", displayName: "Dr. Ratna Pelita, M.AP.", me: true },
      case: caseOf(n),
      hasDraft: n === 3,
    };
  });

/** Page of a task with a form; the first one works on a sheet too. */
export const taskPage = (task: TaskItem, form: Record<string, unknown>, now: number): TaskDetail => ({
  task,
  may: {
    claim: task.assignee === null,
    release: task.assignee !== null,
    complete: task.assignee !== null,
    assign: true,
    comment: true,
  },
  refusal: task.assignee === null ? "Ambil tugas ini terlebih dahulu untuk mengisinya." : null,
  form: { key: "contoh/penilaian", version: "3", schema: form },
  data: {},
  draft: null,
  sheet: task.key.endsWith("0") ? "butir" : null,
  facts: [
    { label: { id: "Jabatan", en: "Position" }, value: "Widyaiswara Ahli Madya" },
    { label: { id: "Golongan", en: "Grade" }, value: "IV/a" },
    { label: { id: "Masa penilaian", en: "Assessment period" }, value: "Januari–Juni 2026" },
    { label: { id: "Jumlah usul", en: "Proposed total" }, value: "42,150" },
  ],
  comments: [
    {
      id: "k1",
      author: "Bagas Tirtana, S.E.",
      at: now - 2 * DAY,
      text: "Surat perintah untuk butir 7 menyusul lewat berkas terpisah.",
    },
  ],
});
