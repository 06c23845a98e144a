import { QueryClient } from "@tanstack/react-query";
import { isTransient } from "./problem.js";

/** Cache of what the server said. Refusals are final; a lost connection is tried again twice. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isTransient(error),
        // Offline is shown by the failed request itself; pausing would leave a page that loads for ever.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
