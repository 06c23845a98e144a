/** Body of an error answer, as RFC 9457 and the Orchestration Cluster API describe it. */
export interface ProblemBody {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** A request that ends in an error answer: thrown anywhere below the dispatcher, which writes the body. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, title: string, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.title = title;
    this.headers = headers;
  }

  /** The five members that every problem body carries; `instance` is the path of the request. */
  body(instance: string): ProblemBody {
    return { type: "about:blank", title: this.title, status: this.status, detail: this.message, instance };
  }
}

/** 400 for a request whose value breaks a rule. */
export const invalidArgument = (detail: string): ApiProblem => new ApiProblem(400, "INVALID_ARGUMENT", detail);

/** 400 for a request that cannot be read at all: no body, no JSON, a wrong JSON type. */
export const badRequest = (detail: string): ApiProblem => new ApiProblem(400, "Bad Request", detail);

/** 404 for a query by a key that no record has. */
export const notFound = (entity: string, key: string): ApiProblem =>
  new ApiProblem(404, "NOT_FOUND", `${entity} with key '${key}' not found`);
