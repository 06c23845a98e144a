import type {
  CreateDeploymentData,
  CreateDeploymentResponse,
  DeleteResourceData,
  GetResourceContentData,
  GetResourceData,
  ResourceResult,
} from "@camunda8/orchestration-cluster-api";
import type { DeployedDefinition, DeployResult, ResourceRow } from "../../engine/index.js";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation, type UploadedFile } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { getRecord } from "../records.js";

const resourceResult = (row: ResourceRow): Plain<ResourceResult> => ({
  resourceName: row.resourceName,
  version: row.version,
  versionTag: row.versionTag,
  resourceId: row.resourceId,
  tenantId: row.tenantId,
  resourceKey: row.resourceKey,
});

type DeploymentEntry = Plain<CreateDeploymentResponse>["deployments"][number];

/** Each entry has all five members, four of them null. */
function deploymentEntry({ kind, ...members }: DeployedDefinition): DeploymentEntry {
  const none = {
    processDefinition: null,
    decisionDefinition: null,
    decisionRequirements: null,
    form: null,
    resource: null,
  };
  return { ...none, [kind]: members };
}

const deploymentResult = ({ deploymentKey, tenantId, deployments }: DeployResult): Plain<CreateDeploymentResponse> => ({
  deploymentKey,
  tenantId,
  deployments: [...deployments].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).map(deploymentEntry),
});

/** The order of the entries of a deployment: a cluster names what was deployed kind by kind, each in the order of the files. */
const KINDS: readonly DeployedDefinition["kind"][] = [
  "processDefinition",
  "decisionDefinition",
  "decisionRequirements",
  "form",
  "resource",
];

function deployedFiles(files: readonly UploadedFile[] | undefined): readonly { name: string; content: Uint8Array }[] {
  return (files ?? []).map(({ name, content }) => {
    if (name === "") throw invalidArgument("Expected each part 'resources' to have a file name, but one has none");
    return { name, content };
  });
}

/** Deployments and what they leave: resources that are neither process, decision nor form. */
export const resourceOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateDeploymentData>({
    operationId: "createDeployment",
    method: "POST",
    url: "/deployments",
    consumes: "multipart",
    handle: async ({ files }) => {
      const resources = deployedFiles(files.get("resources"));
      return json(deploymentResult(await run(engine, { type: "deployment.create", resources })));
    },
  }),
  defineOperation<GetResourceData>({
    operationId: "getResource",
    method: "GET",
    url: "/resources/{resourceKey}",
    handle: async ({ path }) => json(resourceResult(await getRecord(store, "resource", path.resourceKey, "Resource"))),
  }),
  defineOperation<GetResourceContentData>({
    operationId: "getResourceContent",
    method: "GET",
    url: "/resources/{resourceKey}/content",
    handle: async ({ path }) => json((await getRecord(store, "resource", path.resourceKey, "Resource")).content),
  }),
  defineOperation<DeleteResourceData>({
    operationId: "deleteResource",
    method: "POST",
    url: "/resources/{resourceKey}/deletion",
    handle: async ({ path, body }) => {
      const deleteHistory = body?.deleteHistory === true;
      return json(await run(engine, { type: "resource.delete", resourceKey: path.resourceKey, deleteHistory }));
    },
  }),
];
