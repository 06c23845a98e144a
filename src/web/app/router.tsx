import { createBrowserRouter, type RouteObject } from "react-router";
import { Home } from "./home.js";
import { RouteFailure } from "./route-failure.js";
import { Shell } from "./shell/shell.js";

/** All pages but the studio. Each page's code is fetched when it is first opened. */
export const createAppRouter = () =>
  createBrowserRouter([
    {
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        {
          path: "/masuk",
          lazy: async () => ({ Component: (await import("../features/session/sign-in-page.js")).SignInPage }),
        },
        {
          path: "/aktivasi",
          lazy: async () => ({ Component: (await import("../features/session/activation-page.js")).ActivationPage }),
        },
        {
          path: "/verifikasi/:documentId?",
          lazy: async () => ({
            Component: (await import("../features/verification/verification-page.js")).VerificationPage,
          }),
        },
        { path: "/", element: <Shell />, children: signedInRoutes() },
      ],
    },
  ]);

function signedInRoutes(): RouteObject[] {
  return [
    { index: true, element: <Home /> },
    {
      errorElement: <RouteFailure inside />,
      children: [
        {
          path: "tugas",
          lazy: async () => ({ Component: (await import("../features/tasks/tasks-page.js")).TasksPage }),
        },
        {
          path: "tugas/:taskKey",
          lazy: async () => ({ Component: (await import("./pages/task-route.js")).TaskRoute }),
        },
        {
          path: "berkas",
          lazy: async () => ({ Component: (await import("../features/cases/cases-page.js")).CasesPage }),
        },
        {
          path: "berkas/:caseId",
          lazy: async () => ({ Component: (await import("./pages/case-route.js")).CaseRoute }),
        },
        {
          path: "mulai",
          lazy: async () => ({ Component: (await import("../features/start/starts-page.js")).StartsPage }),
        },
        {
          path: "mulai/:app/:type",
          lazy: async () => ({ Component: (await import("./pages/start-route.js")).StartRoute }),
        },
        {
          path: "profil",
          lazy: async () => ({ Component: (await import("../features/profile/profile-page.js")).ProfilePage }),
        },
        {
          path: "notifikasi",
          lazy: async () => ({
            Component: (await import("../features/notifications/notifications-page.js")).NotificationsPage,
          }),
        },
        {
          path: "pengguna",
          lazy: async () => ({ Component: (await import("../features/admin/users-page.js")).UsersPage }),
        },
        {
          path: "referensi/:table?",
          lazy: async () => ({ Component: (await import("../features/admin/reference-page.js")).ReferencePage }),
        },
        {
          path: "riwayat",
          lazy: async () => ({ Component: (await import("../features/history/history-page.js")).HistoryPage }),
        },
        {
          path: "cetak",
          lazy: async () => ({ Component: (await import("../features/print-runs/print-runs-page.js")).PrintRunsPage }),
        },
        {
          path: "cetak/:runId",
          lazy: async () => ({ Component: (await import("../features/print-runs/print-run-page.js")).PrintRunPage }),
        },
        {
          path: "operasi",
          lazy: async () => ({ Component: (await import("../features/operations/operations-page.js")).OperationsPage }),
        },
        { path: "*", lazy: async () => ({ Component: (await import("./pages/not-found.js")).NotFound }) },
      ],
    },
  ];
}
