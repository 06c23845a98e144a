import type {
  GetGlobalJobStatisticsData,
  GetJobErrorStatisticsData,
  GetJobErrorStatisticsResponse,
  GetJobTimeSeriesStatisticsData,
  GetJobTimeSeriesStatisticsResponse,
  GetJobTypeStatisticsData,
  GetJobWorkerStatisticsData,
} from "@camunda8/orchestration-cluster-api";
import type { Condition } from "../../engine-store/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { toEpochMs, toInstant } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { columnCondition, field } from "../search/filter-field.js";
import { inMemoryPage } from "../search/in-memory-page.js";
import { bucketLength } from "./bucket-length.js";
import { within } from "./usage-metrics.js";

type Jobs = Condition<"job">;

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

interface Window {
  readonly from: number;
  readonly to: number;
}

const windowOf = (filter: { readonly from: string; readonly to: string } | undefined): Window =>
  filter === undefined ? ALWAYS : { from: toEpochMs(filter.from), to: toEpochMs(filter.to) };

/** What is counted, and the time by which it belongs to a window. A job counts as failed by its present state. */
const METRICS = {
  created: { column: "creationTime", where: undefined },
  completed: { column: "endTime", where: { kind: "compare", column: "state", by: "eq", value: "COMPLETED" } },
  failed: { column: "lastUpdateTime", where: { kind: "in", column: "state", values: ["FAILED", "ERROR_THROWN"] } },
} as const satisfies Readonly<Record<string, { readonly column: string; readonly where: Jobs | undefined }>>;

type Metric = keyof typeof METRICS;
const NAMES = Object.keys(METRICS) as Metric[];

const condition = (metric: Metric, window: Window, where: Jobs | undefined): Jobs => {
  const { column, where: own } = METRICS[metric];
  return { kind: "all", of: [within<"job">(column, window), ...[own, where].filter((part) => part !== undefined)] };
};

type Figures = Readonly<Record<Metric, StatusMetric>>;

interface StatusMetric {
  readonly count: number;
  readonly lastUpdatedAt: string | null;
}

const NOTHING: StatusMetric = { count: 0, lastUpdatedAt: null };

const ofType = (type: string): Jobs => ({ kind: "compare", column: "type", by: "eq", value: type });

/** Jobs with at least one of the metrics in the window. */
const touched = (window: Window, where: Jobs | undefined): Jobs => ({
  kind: "any",
  of: NAMES.map((metric) => condition(metric, window, where)),
});

/** Figures of a window for each value of a column, or of all jobs together under "". */
async function figuresBy(
  store: RecordStore,
  column: "type" | "worker" | undefined,
  window: Window,
  where: Jobs | undefined,
): Promise<{ readonly figures: ReadonlyMap<string, Figures>; readonly hasMore: boolean }> {
  const figures = new Map<string, Record<Metric, StatusMetric>>();
  let hasMore = false;
  for (const metric of NAMES) {
    const counts = await store.countBy({
      table: "job",
      by: column === undefined ? [] : [column],
      where: condition(metric, window, where),
      greatest: METRICS[metric].column,
    });
    hasMore ||= counts.hasMoreGroups;
    for (const { values, count, greatest } of counts.groups) {
      const name = String(values[0] ?? "");
      const known = figures.get(name) ?? { created: NOTHING, completed: NOTHING, failed: NOTHING };
      figures.set(name, {
        ...known,
        [metric]: { count, lastUpdatedAt: greatest === null ? null : toInstant(greatest) },
      });
    }
  }
  return { figures, hasMore };
}

/** What has become of jobs. */
export const jobStatisticsOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<GetGlobalJobStatisticsData>({
    operationId: "getGlobalJobStatistics",
    method: "GET",
    url: "/jobs/statistics/global",
    handle: async ({ query }) => {
      const where = query.jobType === undefined ? undefined : ofType(query.jobType);
      const { figures } = await figuresBy(store, undefined, windowOf(query), where);
      return json({ ...figures.get(""), isIncomplete: false });
    },
  }),
  defineOperation<GetJobTypeStatisticsData>({
    operationId: "getJobTypeStatistics",
    method: "POST",
    url: "/jobs/statistics/by-types",
    handle: async ({ body }) => {
      const window = windowOf(body?.filter);
      const type = body?.filter?.jobType;
      const where = type === undefined ? undefined : field<"job">("type")(type);
      const { figures, hasMore } = await figuresBy(store, "type", window, where);
      const { groups } = await store.countBy({
        table: "job",
        by: ["type"],
        where: touched(window, where),
        different: "worker",
      });
      const workers = new Map(groups.map(({ values, different }) => [String(values[0]), different]));
      const items = [...figures].map(([jobType, metrics]) => {
        return { jobType, ...metrics, workers: workers.get(jobType) ?? 0 };
      });
      return json(inMemoryPage("job-types", items, { page: body?.page }, "jobType", hasMore));
    },
  }),
  defineOperation<GetJobWorkerStatisticsData>({
    operationId: "getJobWorkerStatistics",
    method: "POST",
    url: "/jobs/statistics/by-workers",
    handle: async ({ body }) => {
      const window = windowOf(body.filter);
      const where = ofType(body.filter.jobType);
      const { figures, hasMore } = await figuresBy(store, "worker", window, where);
      // A job that nobody has taken yet has no worker.
      const named = [...figures].filter(([worker]) => worker !== "");
      const items = named.map(([worker, metrics]) => ({ worker, ...metrics }));
      return json(inMemoryPage("job-workers", items, { page: body.page }, "worker", hasMore));
    },
  }),
  defineOperation<GetJobTimeSeriesStatisticsData>({
    operationId: "getJobTimeSeriesStatistics",
    method: "POST",
    url: "/jobs/statistics/time-series",
    handle: async ({ body: { filter, page } }) => {
      const { items, hasMore } = await timeSeries(store, windowOf(filter), filter);
      return json(inMemoryPage("job-time-series", items, { page }, "time", hasMore));
    },
  }),
  defineOperation<GetJobErrorStatisticsData>({
    operationId: "getJobErrorStatistics",
    method: "POST",
    url: "/jobs/statistics/errors",
    handle: async ({ body: { filter, page } }) => {
      const { items, hasMore } = await errors(store, filter);
      const sort = [{ field: "errorCode" }];
      return json(inMemoryPage("job-errors", items, { sort, page }, "errorMessage", hasMore));
    },
  }),
];

type Bucket = Plain<GetJobTimeSeriesStatisticsResponse>["items"][number];

/** The buckets of a window in which something has happened. */
async function timeSeries(
  store: RecordStore,
  window: Window,
  { jobType, resolution }: { readonly jobType: string; readonly resolution?: string | undefined },
): Promise<{ readonly items: readonly Bucket[]; readonly hasMore: boolean }> {
  const length = bucketLength(window.to - window.from, resolution);
  if (length === undefined)
    throw invalidArgument(`The value for resolution is '${resolution ?? ""}' but must be an ISO 8601 duration`);
  const buckets = new Map<number, Record<Metric, StatusMetric>>();
  let hasMore = false;
  for (const metric of NAMES) {
    const { column } = METRICS[metric];
    const counts = await store.countBy({
      table: "job",
      by: [column],
      where: condition(metric, window, ofType(jobType)),
      greatest: column,
      slots: { from: window.from, lengthMs: length },
    });
    hasMore ||= counts.hasMoreGroups;
    for (const { values, count, greatest } of counts.groups) {
      const start = Number(values[0]);
      const bucket = buckets.get(start) ?? { created: NOTHING, completed: NOTHING, failed: NOTHING };
      buckets.set(start, {
        ...bucket,
        [metric]: { count, lastUpdatedAt: greatest === null ? null : toInstant(greatest) },
      });
    }
  }
  return { items: [...buckets].map(([start, metrics]) => ({ time: toInstant(start), ...metrics })), hasMore };
}

type ErrorItem = Plain<GetJobErrorStatisticsResponse>["items"][number];

/** Errors of a window with how many workers have met them. */
async function errors(
  store: RecordStore,
  filter: Plain<GetJobErrorStatisticsData["body"]>["filter"],
): Promise<{ readonly items: readonly ErrorItem[]; readonly hasMore: boolean }> {
  const parts: Jobs[] = [
    ofType(filter.jobType),
    within<"job">("lastUpdateTime", windowOf(filter)),
    {
      kind: "any",
      of: [
        { kind: "isNotNull", column: "errorMessage" },
        { kind: "isNotNull", column: "errorCode" },
      ],
    },
  ];
  for (const column of ["errorCode", "errorMessage"] as const) {
    const wanted: unknown = filter[column];
    if (wanted !== undefined) parts.push(columnCondition<"job">(column, wanted, (value) => value as string));
  }
  const { groups, hasMoreGroups } = await store.countBy({
    table: "job",
    by: ["errorCode", "errorMessage"],
    where: { kind: "all", of: parts },
    different: "worker",
  });
  const items = groups.map(({ values: [errorCode, errorMessage], different }): ErrorItem => {
    return { errorCode: String(errorCode ?? ""), errorMessage: String(errorMessage ?? ""), workers: different };
  });
  return { items, hasMore: hasMoreGroups };
}
