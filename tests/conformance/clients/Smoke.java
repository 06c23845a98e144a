import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Works a process with the official Java client: deploys, starts, works the job, completes the user task.
 *
 * <p>Usage: Smoke ADDRESS MODEL, where ADDRESS is that of the server without /v2.
 */
public final class Smoke {
  private Smoke() {}

  public static void main(final String[] arguments) {
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .restAddress(URI.create(arguments[0]))
            .preferRestOverGrpc(true)
            .build()) {
      play(client, arguments[1]);
    }
    System.out.println("java client: deployed, started, worked the job, completed the user task");
  }

  private static void play(final CamundaClient client, final String model) {
    final var deployed = client.newDeployResourceCommand().addResourceFile(model).send().join();
    expect("the deployed process", deployed.getProcesses().get(0).getBpmnProcessId(), "client-smoke");

    final long key =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("client-smoke")
            .latestVersion()
            .variables(Map.of("amount", 20))
            .send()
            .join()
            .getProcessInstanceKey();

    final var jobs =
        client
            .newActivateJobsCommand()
            .jobType("client-smoke-calculate")
            .maxJobsToActivate(1)
            .timeout(Duration.ofSeconds(30))
            .workerName("java")
            .send()
            .join()
            .getJobs();
    expect("the number of jobs", jobs.size(), 1);
    expect("the job's variables", jobs.get(0).getVariablesAsMap(), Map.of("amount", 20));
    expect("the job's headers", jobs.get(0).getCustomHeaders(), Map.of("unit", "rupiah"));
    client.newCompleteCommand(jobs.get(0)).variables(Map.of("total", 40)).send().join();

    final var tasks =
        client.newUserTaskSearchRequest().filter(filter -> filter.processInstanceKey(key)).send().join().items();
    expect("the number of user tasks", tasks.size(), 1);
    expect("the candidates", tasks.get(0).getCandidateGroups(), List.of("verifikator"));
    client.newCompleteUserTaskCommand(tasks.get(0).getUserTaskKey()).send().join();

    final var instance = client.newProcessInstanceGetRequest(key).send().join();
    expect("the state of the instance", instance.getState().name(), "COMPLETED");
  }

  private static void expect(final String what, final Object found, final Object wanted) {
    if (!found.equals(wanted)) {
      throw new IllegalStateException("Expected " + what + " to be " + wanted + ", but it is " + found);
    }
  }
}
