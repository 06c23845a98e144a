import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";

const LINK = `<zeebe:linkedResources><zeebe:linkedResource resourceId="robot" resourceType="RPA" linkName="script" /></zeebe:linkedResources>`;
const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="s" />${serviceTask("work", "work", LINK)}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
);

describe("linked resources", () => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
  });
  afterEach(() => engine.close());

  const deployRobot = () =>
    engine.ok({
      type: "deployment.create",
      resources: [{ name: "robot.rpa", content: new TextEncoder().encode('{"id":"robot"}') }],
    });

  it("should name the newest version in a header of the job", async () => {
    await deployRobot();
    await engine.deploy(PROCESS);
    await engine.create("p");
    const { customHeaders } = await engine.job("work");
    const [resource] = await engine.rows("resource");
    expect(JSON.parse(String(customHeaders["linkedResources"]))).toEqual([
      { resourceKey: resource?.resourceKey, resourceType: "RPA", linkName: "script" },
    ]);
  });

  it("should raise an incident while the resource is missing", async () => {
    await engine.deploy(PROCESS);
    await engine.create("p");
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({ errorType: "RESOURCE_NOT_FOUND", elementId: "work" });
    await deployRobot();
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    expect(await engine.jobs("work")).toHaveLength(1);
  });
});
