import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import type { createBrowserRouter } from "react-router";
import { createQueryClient } from "../shared/api/query-client.js";
import { ToastProvider } from "../shared/components/toasts.js";
import { deviceLanguage } from "../shared/i18n/device-language.js";
import { startI18n } from "../shared/i18n/setup.js";

type Router = ReturnType<typeof createBrowserRouter>;

/** Puts one of the two web applications (pages, studio) on the page. */
export async function startApp(createRouter: (client: QueryClient) => Router): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("Expected an element with id 'root', but the page has none");
  await startI18n(deviceLanguage());
  const client = createQueryClient();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={createRouter(client)} />
        </ToastProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
