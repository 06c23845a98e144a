import type { NotificationList, Profile, Session } from "../../../src/http/contract/session.js";
import { done, type MockRoute, ok, refuse } from "./mock-answer.js";
import { someUser } from "./mock-people.js";
import type { MockState } from "./mock-state.js";

const session = (state: MockState): Session => ({
  user: state.expired ? null : state.user,
  csrfToken: state.csrfToken,
});

const notifications = (state: MockState): NotificationList => ({
  unread: state.unread,
  total: 5,
  items: Array.from({ length: 5 }, (_, n) => ({
    id: `n-${n}`,
    title: n % 2 === 0 ? "Tugas baru: Penilaian butir kegiatan" : "DUPAK dikembalikan (Prasarat Tidak Sesuai)",
    body:
      n % 2 === 0
        ? "DUPAK-2026-0012 atas nama Surya Mandala menunggu penilaian."
        : "SK pangkat terakhir tidak terbaca. Unggah kembali lalu kirim.",
    caseId: "case-1",
    at: state.now - n * 7_200_000,
    readAt: n < state.unread ? null : state.now,
  })),
});

const profile: Profile = {
  displayName: "Dr. Ratna Pelita, M.AP.",
  username: "tpi1",
  lines: [
    { label: { id: "NIP", en: "Employee number" }, value: "198201012010012902" },
    { label: { id: "Jabatan", en: "Position" }, value: "Widyaiswara Ahli Utama" },
    { label: { id: "Unit kerja", en: "Unit" }, value: "BPSDM Provinsi Nusa Kencana" },
  ],
  contact: { mail: "ratna.pelita@contoh.example", telegramChatId: null },
};

/** Session, profile and notifications. */
export const sessionRoutes: readonly MockRoute[] = [
  ["GET", /^\/session$/, (state) => ok(session(state))],
  [
    "POST",
    /^\/session$/,
    (state, { body }) => {
      const { password } = body as { password: string };
      if (password !== "kata sandi benar")
        return refuse(401, "WRONG_CREDENTIALS", "Nama pengguna atau kata sandi salah");
      state.user ??= someUser();
      state.expired = false;
      state.csrfToken = `${state.csrfToken}x`;
      return ok(session(state));
    },
  ],
  [
    "DELETE",
    /^\/session$/,
    (state) => {
      state.user = null;
      return done();
    },
  ],
  [
    "PUT",
    /^\/session\/role$/,
    (state, { body }) => {
      if (state.user !== null) state.user = { ...state.user, activeRoleId: (body as { roleId: string }).roleId };
      return ok(session(state));
    },
  ],
  [
    "PUT",
    /^\/session\/language$/,
    (state, { body }) => {
      if (state.user !== null) state.user = { ...state.user, language: (body as { language: "id" | "en" }).language };
      return ok(session(state));
    },
  ],
  [
    "GET",
    /^\/pages$/,
    () =>
      ok([
        {
          path: "/kalkulator",
          title: { id: "Kalkulator angka kredit", en: "Credit calculator" },
          summary: { id: "Tanpa masuk.", en: "No sign-in." },
        },
      ]),
  ],
  ["PUT", /^\/session\/password$/, () => done()],
  ["POST", /^\/activation$/, () => done()],
  ["GET", /^\/profile$/, () => ok(profile)],
  ["GET", /^\/notifications$/, (state) => ok(notifications(state))],
  [
    "POST",
    /^\/notifications\/read$/,
    (state) => {
      state.unread = 0;
      return done();
    },
  ],
];
