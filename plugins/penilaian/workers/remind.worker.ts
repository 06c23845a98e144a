import { z } from "zod";
import { type AnyWorker, defineWorker, type PluginServices } from "../../../src/plugin-api/index.js";
import { type PenerimaPengingat, remind } from "../app/remind.js";

/** Job handler of the reminders of an app. */
export const remindWorker = (deps: PluginServices, type: string, penerima: PenerimaPengingat): AnyWorker =>
  defineWorker({
    type,
    input: z.object({ caseId: z.string().min(1) }),
    output: z.object({}),
    timeoutMs: 30_000,
    handle: async ({ caseId }, { customHeaders, jobKey }) => {
      await remind(deps, penerima, type, { caseId, kepada: customHeaders["kepada"] ?? "", key: jobKey });
      return {};
    },
  });
