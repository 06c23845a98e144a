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
import { both } from "../search/record-search-page.js";
import { bucketLength } from "./bucket-length.js";
import { within } from "./usage-metrics.js";

type Jobs = Condition<"job">;

/** More jobs than this are not counted; the answer says so where it can. */
const MAX_COUNT = 100_000;
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

interface Figures {
  readonly created: StatusMetric;
  readonly completed: StatusMetric;
  readonly failed: StatusMetric;
}

interface StatusMetric {
  readonly count: number;
  readonly lastUpdatedAt: string | null;
}

/** Counts jobs of a window and finds the newest of each kind. */
async function figures(
  store: RecordStore,
  window: Window,
  where?: Jobs,
): Promise<Figures & { readonly isIncomplete: boolean }> {
  const found = await Promise.all(
    NAMES.map(async (metric) => {
      const { column } = METRICS[metric];
      const { rows, total, hasMoreThanTotal } = await store.search({
        table: "job",
        where: condition(metric, window, where),
        sort: [{ column, descending: true }],
        page: { limit: 1 },
        maxTotal: MAX_COUNT,
      });
      const last = rows[0]?.[column] ?? null;
      return { metric, total, hasMoreThanTotal, lastUpdatedAt: last === null ? null : toInstant(last) };
    }),
  );
  const of = (name: Metric): StatusMetric => {
    const counted = found.find(({ metric }) => metric === name);
    return { count: counted?.total ?? 0, lastUpdatedAt: counted?.lastUpdatedAt ?? null };
  };
  const isIncomplete = found.some(({ hasMoreThanTotal }) => hasMoreThanTotal);
  return { created: of("created"), completed: of("completed"), failed: of("failed"), isIncomplete };
}

const ofType = (type: string): Jobs => ({ kind: "compare", column: "type", by: "eq", value: type });

/** Jobs with at least one of the metrics in the window. */
const touched = (window: Window, where: Jobs | undefined): Jobs => ({
  kind: "any",
  of: NAMES.map((metric) => condition(metric, window, where)),
});

/** Figures of the jobs that have one value in a column, for a page of such values. */
async function figuresBy(
  store: RecordStore,
  column: "type" | "worker",
  names: readonly string[],
  query: { readonly window: Window; readonly where: Jobs | undefined; readonly page: unknown },
) {
  const { items, page } = inMemoryPage(
    `job-${column}`,
    names.map((name) => ({ name })),
    { page: query.page },
    "name",
  );
  const counted = await Promise.all(
    items.map(async ({ name }) => {
      const own: Jobs = { kind: "compare", column, by: "eq", value: name };
      const { isIncomplete: _isIncomplete, ...metrics } = await figures(store, query.window, both(own, query.where));
      return { name, ...metrics };
    }),
  );
  return { items: counted, page };
}

/** What has become of jobs. */
export const jobStatisticsOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<GetGlobalJobStatisticsData>({
    operationId: "getGlobalJobStatistics",
    method: "GET",
    url: "/jobs/statistics/global",
    handle: async ({ query }) =>
      json(await figures(store, windowOf(query), query.jobType === undefined ? undefined : ofType(query.jobType))),
  }),
  defineOperation<GetJobTypeStatisticsData>({
    operationId: "getJobTypeStatistics",
    method: "POST",
    url: "/jobs/statistics/by-types",
    handle: async ({ body }) => {
      const window = windowOf(body?.filter);
      const type = body?.filter?.jobType;
      const where = type === undefined ? undefined : field<"job">("type")(type);
      const workers = new Map<string, number>();
      for (const { values } of await store.countBy("job", ["type", "worker"], touched(window, where))) {
        const name = String(values[0]);
        workers.set(name, (workers.get(name) ?? 0) + (values[1] === "" ? 0 : 1));
      }
      const { items, page } = await figuresBy(store, "type", [...workers.keys()], { window, where, page: body?.page });
      return json({
        items: items.map(({ name, ...metrics }) => ({ jobType: name, ...metrics, workers: workers.get(name) ?? 0 })),
        page,
      });
    },
  }),
  defineOperation<GetJobWorkerStatisticsData>({
    operationId: "getJobWorkerStatistics",
    method: "POST",
    url: "/jobs/statistics/by-workers",
    handle: async ({ body }) => {
      const window = windowOf(body.filter);
      const where = ofType(body.filter.jobType);
      const groups = await store.countBy("job", ["worker"], touched(window, where));
      // A job that nobody has taken yet has no worker.
      const names = groups.map(({ values }) => String(values[0])).filter((name) => name !== "");
      const { items, page } = await figuresBy(store, "worker", names, { window, where, page: body.page });
      return json({ items: items.map(({ name, ...metrics }) => ({ worker: name, ...metrics })), page });
    },
  }),
  defineOperation<GetJobTimeSeriesStatisticsData>({
    operationId: "getJobTimeSeriesStatistics",
    method: "POST",
    url: "/jobs/statistics/time-series",
    handle: async ({ body: { filter, page } }) => {
      const items = await timeSeries(store, windowOf(filter), filter);
      return json(inMemoryPage("job-time-series", items, { page }, "time"));
    },
  }),
  defineOperation<GetJobErrorStatisticsData>({
    operationId: "getJobErrorStatistics",
    method: "POST",
    url: "/jobs/statistics/errors",
    handle: async ({ body: { filter, page } }) => {
      const items = await errors(store, filter);
      return json(inMemoryPage("job-errors", items, { sort: [{ field: "errorCode" }], page }, "errorMessage"));
    },
  }),
];

type Bucket = Plain<GetJobTimeSeriesStatisticsResponse>["items"][number];

/** The buckets of a window in which something has happened. */
async function timeSeries(
  store: RecordStore,
  window: Window,
  { jobType, resolution }: { readonly jobType: string; readonly resolution?: string | undefined },
): Promise<readonly Bucket[]> {
  const length = bucketLength(window.to - window.from, resolution);
  if (length === undefined)
    throw invalidArgument(`The value for resolution is '${resolution ?? ""}' but must be an ISO 8601 duration`);
  const none: StatusMetric = { count: 0, lastUpdatedAt: null };
  const buckets = new Map<number, { created: StatusMetric; completed: StatusMetric; failed: StatusMetric }>();
  for (const metric of NAMES) {
    const { column } = METRICS[metric];
    for (const { values, count } of await store.countBy("job", [column], condition(metric, window, ofType(jobType)))) {
      const time = Number(values[0]);
      const start = window.from + Math.floor((time - window.from) / length) * length;
      const bucket = buckets.get(start) ?? { created: none, completed: none, failed: none };
      buckets.set(start, bucket);
      const { count: before, lastUpdatedAt } = bucket[metric];
      const last = lastUpdatedAt === null ? time : Math.max(time, toEpochMs(lastUpdatedAt));
      bucket[metric] = { count: before + count, lastUpdatedAt: toInstant(last) };
    }
  }
  return [...buckets].map(([start, metrics]) => ({ time: toInstant(start), ...metrics }));
}

type ErrorItem = Plain<GetJobErrorStatisticsResponse>["items"][number];

/** Errors of a window with how many workers have met them. */
async function errors(
  store: RecordStore,
  filter: Plain<GetJobErrorStatisticsData["body"]>["filter"],
): Promise<readonly ErrorItem[]> {
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
  const found = new Map<string, { errorCode: string; errorMessage: string; workers: number }>();
  for (const { values } of await store.countBy("job", ["errorCode", "errorMessage", "worker"], {
    kind: "all",
    of: parts,
  })) {
    const [errorCode, errorMessage] = values.map((value) => value ?? "") as [string, string];
    const name = JSON.stringify([errorCode, errorMessage]);
    const item = found.get(name) ?? { errorCode, errorMessage, workers: 0 };
    item.workers += 1;
    found.set(name, item);
  }
  return [...found.values()];
}
