import type { GetSystemConfigurationData, GetSystemConfigurationResponse } from "@camunda8/orchestration-cluster-api";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";

/** Statistics of jobs are counted from the rows when they are asked for: nothing is exported, and lengths are those of the columns. */
const CONFIGURATION: Plain<GetSystemConfigurationResponse> = {
  jobMetrics: {
    enabled: true,
    exportInterval: "PT0S",
    maxWorkerNameLength: 256,
    maxJobTypeLength: 256,
    maxTenantIdLength: 256,
    maxUniqueKeys: 10_000,
  },
};

/** What clients may want to know of the server's settings. */
export const systemConfigurationOperations = (): readonly Operation[] => [
  defineOperation<GetSystemConfigurationData>({
    operationId: "getSystemConfiguration",
    method: "GET",
    url: "/system/configuration",
    handle: () => json(CONFIGURATION),
  }),
];
