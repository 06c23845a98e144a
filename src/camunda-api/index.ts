export { createCamundaApi, type CamundaApi, type CamundaApiOptions } from "./camunda-api.js";
export { listenHttp, type HttpListener, type ListenOptions } from "./http-listener.js";
export { PinnableClock } from "./pinnable-clock.js";
export type { BasicAuthUsers } from "./basic-auth.js";
export type { ClockControl, RecordStore } from "./context.js";
export type { Dispatch } from "./dispatcher.js";
export type { ApiReply, ApiRequest } from "./exchange.js";
export type { ProblemBody } from "./problem.js";
export { loadInstalledContract, type InstalledContract } from "./contract/installed-contract.js";
