"""Works a process with the official Python client: deploys, starts, works the job, completes the user task.

Usage: smoke.py ADDRESS MODEL, where ADDRESS is that of the server with /v2.
"""

import sys

from camunda_orchestration_sdk import CamundaClient
from camunda_orchestration_sdk.models import (
    JobActivationRequest,
    JobCompletionRequest,
    JobCompletionRequestVariables,
    ProcessCreationById,
    ProcessInstanceCreationInstructionByIdVariables,
    UserTaskCompletionRequest,
    UserTaskSearchQuery,
    UserTaskSearchQueryFilter,
)

address, model = sys.argv[1:]
configuration = {"CAMUNDA_REST_ADDRESS": address, "CAMUNDA_AUTH_STRATEGY": "NONE"}


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"Expected {what} to be {wanted!r}, but it is {found!r}")


with CamundaClient(configuration=configuration) as client:
    deployed = client.deploy_resources_from_files([model])
    expect("the deployed process", deployed.processes[0].process_definition_id, "client-smoke")

    created = client.create_process_instance(
        data=ProcessCreationById(
            process_definition_id="client-smoke",
            variables=ProcessInstanceCreationInstructionByIdVariables.from_dict({"amount": 20}),
        )
    )
    key = created.process_instance_key

    jobs = client.activate_jobs(
        data=JobActivationRequest(
            type_="client-smoke-calculate", timeout=30000, max_jobs_to_activate=1, worker="python"
        )
    ).jobs
    expect("the number of jobs", len(jobs), 1)
    expect("the job's variables", jobs[0].variables.to_dict(), {"amount": 20})
    expect("the job's headers", jobs[0].custom_headers.to_dict(), {"unit": "rupiah"})
    client.complete_job(
        job_key=jobs[0].job_key,
        data=JobCompletionRequest(variables=JobCompletionRequestVariables.from_dict({"total": 40})),
    )

    tasks = client.search_user_tasks(
        data=UserTaskSearchQuery(filter_=UserTaskSearchQueryFilter(process_instance_key=key))
    ).items
    expect("the user tasks", [task.element_id for task in tasks], ["Confirm"])
    expect("the candidates", list(tasks[0].candidate_groups), ["verifikator"])
    client.complete_user_task(user_task_key=tasks[0].user_task_key, data=UserTaskCompletionRequest())

    instance = client.get_process_instance(process_instance_key=key)
    expect("the state of the instance", str(instance.state.value), "COMPLETED")

print("python client: deployed, started, worked the job, completed the user task")
