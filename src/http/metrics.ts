import type { RequestHandler, Request, Response } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Counts and times of requests, for Prometheus. */
export class HttpMetrics {
  readonly registry = new Registry();
  readonly #durations: Histogram<"method" | "route" | "status">;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.#durations = new Histogram({
      name: "alur_http_request_duration_seconds",
      help: "Time from request to answer, by route",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
  }

  /** By route pattern, not by path: ids would make a series each. */
  readonly observe: RequestHandler = (request, response, next) => {
    const end = this.#durations.startTimer();
    response.once("finish", () => {
      const pattern: unknown = (request.route as { path?: unknown } | undefined)?.path;
      const route = typeof pattern === "string" ? `${request.baseUrl}${pattern}` : "other";
      end({ method: request.method, route, status: String(response.statusCode) });
    });
    next();
  };

  readonly expose = async (_request: Request, response: Response): Promise<void> => {
    response.type(this.registry.contentType).send(await this.registry.metrics());
  };
}
