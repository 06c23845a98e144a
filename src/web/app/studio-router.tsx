import { createBrowserRouter } from "react-router";
import { RouteFailure } from "./route-failure.js";
import { StudioShell } from "./shell/studio-shell.js";

/** The studio is a page of its own: leaving it gives back the memory that its editors keep. */
export const createStudioRouter = () =>
  createBrowserRouter([
    {
      path: "/studio",
      element: <StudioShell />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <RouteFailure inside />,
          children: [
            {
              index: true,
              lazy: async () => ({
                Component: (await import("../features/studio/definitions-page.js")).DefinitionsPage,
              }),
            },
            {
              path: "proses/:definitionId",
              lazy: async () => ({ Component: (await import("../features/studio/definition-page.js")).DefinitionPage }),
            },
            {
              path: "proses/:definitionId/:key/ubah",
              lazy: async () => ({ Component: (await import("../features/studio/editor-page.js")).EditorPage }),
            },
            {
              path: "baru",
              lazy: async () => ({ Component: (await import("../features/studio/editor-page.js")).EditorPage }),
            },
            { path: "*", lazy: async () => ({ Component: (await import("./pages/not-found.js")).NotFound }) },
          ],
        },
      ],
    },
  ]);
