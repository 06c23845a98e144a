import { z } from "zod";
import type { CamundaClient } from "../camunda-client/index.js";
import type { OutboxService } from "../outbox/index.js";
import type { Database } from "../platform/db/index.js";
import { CaseFileRepository } from "./data/case-file.repository.js";

/** Outbox messages of this module. */
export const CREATE_INSTANCE = "engine.create-instance";
export const PUBLISH_MESSAGE = "engine.publish-message";

const CreateInstance = z.object({
  caseId: z.string(),
  processId: z.string(),
  variables: z.record(z.string(), z.unknown()),
});
export type CreateInstance = z.infer<typeof CreateInstance>;

const PublishMessage = z.object({
  name: z.string(),
  correlationKey: z.string(),
  messageId: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
});
export type PublishMessage = z.infer<typeof PublishMessage>;

/** How long a message waits in the engine for the process to arrive where it is caught. */
const MESSAGE_WAITS_MS = 7 * 86_400_000;

/** Tag that the process instance of a case file carries; its user tasks carry it too. */
export const caseTag = (caseId: string): string => `case:${caseId}`;

interface CommandDeps {
  readonly db: Database;
  readonly outbox: OutboxService;
  readonly client: Pick<CamundaClient, "createInstance" | "findInstances" | "publishMessage">;
}

/** Starts the instance, or finds the one that an earlier attempt started: its business id is the case file's id. */
const startOnce = async (client: CommandDeps["client"], command: CreateInstance, attempt: number): Promise<string> => {
  const { caseId, processId, variables } = command;
  const [earlier] = attempt === 1 ? [] : await client.findInstances(caseId);
  if (earlier !== undefined) return earlier.processInstanceKey;
  const { processInstanceKey } = await client.createInstance({
    processId,
    variables: { ...variables, caseId },
    businessId: caseId,
    tags: [caseTag(caseId)],
  });
  return processInstanceKey;
};

/** Ties the commands to the outbox; each may be sent more than once. */
export const registerEngineCommands = ({ db, outbox, client }: CommandDeps): void => {
  outbox.register(CREATE_INSTANCE, async (payload, { attempt }) => {
    const command = CreateInstance.parse(payload);
    const processInstanceKey = await startOnce(client, command, attempt);
    await db.transaction((tx) => new CaseFileRepository(tx).setInstance(command.caseId, processInstanceKey));
  });
  outbox.register(PUBLISH_MESSAGE, async (payload) => {
    const { name, correlationKey, messageId, variables } = PublishMessage.parse(payload);
    await client.publishMessage({
      name,
      correlationKey,
      messageId,
      timeToLiveMs: MESSAGE_WAITS_MS,
      ...(variables === undefined ? {} : { variables }),
    });
  });
};
