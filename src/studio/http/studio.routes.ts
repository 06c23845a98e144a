import { z } from "zod";
import { type CamundaClient, isEngineError } from "../../camunda-client/index.js";
import type { Forms } from "../../forms/index.js";
import type { History } from "../../history/index.js";
import { DefinitionList, Deployed, DiagramInput, Findings } from "../../http/contract/admin.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { type AnyRoute, defineRoute, type RouteReply } from "../../http/index.js";
import { AppError, inLanguage, type Language } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import { engineFindings } from "../engine-findings.js";
import type { Finding } from "../finding.js";
import { lintDiagram } from "../lint/lint-diagram.js";

/** What the studio asks of the engine. */
export type StudioEngine = Pick<
  CamundaClient,
  "latestDefinitions" | "versionsOf" | "definitionXml" | "deploy" | "runningInstances" | "incidentsOfDefinition"
>;

export interface StudioDependencies {
  readonly db: Database;
  readonly engine: StudioEngine;
  readonly forms: Forms;
  readonly history: History;
}

type Definition = Awaited<ReturnType<StudioEngine["versionsOf"]>>[number];

/** Diagrams are larger than other bodies. */
const BODY_LIMIT_BYTES = 6 * 1024 * 1024;

const Deployment = DiagramInput.extend({
  /** Why it is deployed; kept in the history. */
  note: z.string().trim().max(500).optional(),
});
const Refused = Findings.extend({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
});
const FormView = z.object({
  key: z.string(),
  version: z.string(),
  publishedAt: z.int(),
  schema: z.record(z.string(), z.unknown()),
});
const FormList = z.array(z.object({ key: z.string(), version: z.string(), publishedAt: z.int() }));
const Key = z.object({ key: z.string().regex(/^\d{1,20}$/) });

const isDecision = (name: string): boolean => name.toLowerCase().endsWith(".dmn");

const fileFault = (name: string): Finding[] =>
  /^[\w .-]+\.(bpmn|dmn)$/i.test(name)
    ? []
    : [
        {
          severity: "error",
          elementId: null,
          rule: "file-name",
          message: `Expected a file name ending in .bpmn or .dmn, but it is '${name}'`,
        },
      ];

const check = async ({ name, xml }: { name: string; xml: string }): Promise<readonly Finding[]> => [
  ...fileFault(name),
  ...(isDecision(name) ? [] : await lintDiagram(xml)),
];

/** A problem as every other 400, with the findings beside it: the modeler shows them on the elements. */
const refused = (findings: readonly Finding[], language: Language): RouteReply<z.infer<typeof Refused>> => {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const title = { id: "Diagram belum dapat dipasang", en: "The diagram cannot be deployed yet" };
  const detail = {
    id: `Perbaiki dahulu ${errors} kesalahan pada daftar temuan, lalu pasang lagi`,
    en: `Mend the errors in the list of findings first (${errors}), then deploy again`,
  };
  return {
    status: 400,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
    body: {
      type: "urn:alur:problem:bad-input",
      title: inLanguage(title, language),
      status: 400,
      detail: inLanguage(detail, language),
      code: "BAD_INPUT",
      findings: [...findings],
    },
  };
};

/** Process models: reading, checking, deploying; forms for the preview. */
export function studioRoutes({ db, engine, forms, history }: StudioDependencies): AnyRoute[] {
  const withCounts = async (definition: Definition) => ({
    ...definition,
    running: await engine.runningInstances(definition.key),
    incidents: await engine.incidentsOfDefinition(definition.key),
  });
  const withAllCounts = (definitions: readonly Definition[]) => Promise.all(definitions.map(withCounts));

  const deployed = async (input: { name: string; xml: string }) => {
    const { processes } = await engine.deploy([{ name: input.name, content: input.xml }]);
    return processes.find(({ resourceName }) => resourceName === input.name) ?? processes[0];
  };

  return [
    defineRoute({
      method: "get",
      path: "/studio/definitions",
      summary: "The latest version of each process",
      tag: "studio",
      permission: ["read", "Model"],
      query: PageQuery,
      response: DefinitionList,
      transaction: false, // asks the engine, and must not hold the database meanwhile
      async handle({ query: { offset, limit, search } }) {
        const page = await engine.latestDefinitions({ offset, limit, ...(search === undefined ? {} : { search }) });
        return { status: 200, body: { items: await withAllCounts(page.items), total: page.total } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/studio/definitions/:id/versions",
      summary: "All versions of a process, newest first",
      tag: "studio",
      permission: ["read", "Model"],
      params: z.object({ id: z.string().min(1).max(200) }),
      response: DefinitionList,
      transaction: false,
      async handle({ params: { id } }) {
        const versions = await engine.versionsOf(id);
        if (versions.length === 0) throw new AppError("NOT_FOUND", `Expected a process '${id}', but there is none`);
        return { status: 200, body: { items: await withAllCounts(versions), total: versions.length } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/studio/definitions/:key/xml",
      summary: "The BPMN of one version",
      tag: "studio",
      permission: ["read", "Model"],
      params: Key,
      transaction: false,
      async handle({ params: { key } }) {
        const xml = await engine.definitionXml(key);
        return { status: 200, raw: { contentType: "text/xml; charset=utf-8", stream: Buffer.from(xml, "utf8") } };
      },
    }),
    defineRoute({
      method: "post",
      path: "/studio/check",
      summary: "What keeps a diagram from running, and what could be better",
      tag: "studio",
      permission: ["read", "Model"],
      body: DiagramInput,
      response: Findings,
      bodyLimitBytes: BODY_LIMIT_BYTES,
      transaction: false,
      async handle({ body }) {
        return { status: 200, body: { findings: [...(await check(body))] } };
      },
    }),
    defineRoute({
      method: "post",
      path: "/studio/deployments",
      summary: "Deploys a diagram as the next version; running instances stay on theirs",
      tag: "studio",
      permission: ["deploy", "Model"],
      body: Deployment,
      response: z.union([Deployed, Refused]),
      bodyLimitBytes: BODY_LIMIT_BYTES,
      transaction: false,
      async handle({ body, actor, language }) {
        const findings = await check(body);
        if (findings.some(({ severity }) => severity === "error")) return refused(findings, language);
        let process: Awaited<ReturnType<typeof deployed>>;
        try {
          process = await deployed(body);
        } catch (error) {
          if (!isEngineError(error, "BAD_REQUEST")) throw error;
          return refused([...engineFindings(error.message), ...findings], language);
        }
        const { key = "", id = body.name, version = 0 } = process ?? {};
        await db.transaction((tx) =>
          history.append(tx, {
            actorId: actor.userId,
            actorName: actor.displayName,
            role: actor.role?.role ?? null,
            action: "model.deployed",
            caseId: null,
            subject: { type: "ProcessDefinition", id },
            story: {
              id: `memasang ${body.name} sebagai versi ${version} dari proses ${id}`,
              en: `deployed ${body.name} as version ${version} of process ${id}`,
            },
            reason: body.note === undefined || body.note === "" ? null : body.note,
            versions: { process: `${id}@${version}` },
          }),
        );
        return { status: 201, body: { key, id, version, findings: [...findings] } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/studio/forms",
      summary: "The current version of every form",
      tag: "studio",
      permission: ["read", "Model"],
      response: FormList,
      transaction: false,
      async handle() {
        const body = forms.keys().map((key) => {
          const { version, publishedAt } = forms.current(key);
          return { key, version, publishedAt };
        });
        return { status: 200, body };
      },
    }),
    defineRoute({
      method: "get",
      path: "/studio/forms/:app/:form",
      summary: "A form for the preview, the current version or the one asked for",
      tag: "studio",
      permission: ["read", "Model"],
      params: z.object({ app: z.string().max(64), form: z.string().max(64) }),
      query: z.object({ version: z.string().max(12).optional() }),
      response: FormView,
      transaction: false,
      async handle({ params: { app, form }, query: { version } }) {
        const key = `${app}/${form}`;
        const found = version === undefined ? forms.current(key) : forms.version(key, version);
        const { publishedAt, schema } = found;
        return { status: 200, body: { key, version: found.version, publishedAt, schema: { ...schema } } };
      },
    }),
  ];
}
