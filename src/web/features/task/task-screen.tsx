import type { ReactElement } from "react";
import { useParams } from "react-router";
import { Facts } from "../../shared/components/facts.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import type { FormSlot } from "../../shared/form/form-slot.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { SheetSlot } from "../../shared/sheet-slot.js";
import { Comments } from "./comments.js";
import { TaskForm } from "./task-form.js";
import { TaskHeader } from "./task-header.js";
import { useTask, type TaskPage } from "./task-query.js";
import "./task.css";

interface TaskScreenProps {
  readonly Form: FormSlot;
  readonly Sheet: SheetSlot;
}

/** One task: its facts, the sheet it works on, its form and what colleagues said. */
export function TaskScreen({ Form, Sheet }: TaskScreenProps): ReactElement {
  const { taskKey = "" } = useParams();
  const task = useTask(taskKey);
  if (task.isPending) return <Loading />;
  if (task.data === undefined) return <ProblemAlert error={task.error} onRetry={() => void task.refetch()} />;
  return <Loaded key={task.data.task.key} page={task.data} Form={Form} Sheet={Sheet} />;
}

function Loaded({ page, Form, Sheet }: TaskScreenProps & { readonly page: TaskPage }): ReactElement {
  const { t } = useTexts();
  const caseId = page.task.case?.id ?? null;
  return (
    <>
      <TaskHeader page={page} />
      {page.facts.length === 0 ? null : (
        <section className="card mb-3" aria-label={t("task.facts")}>
          <div className="card-body">
            <Facts facts={page.facts} />
          </div>
        </section>
      )}
      {page.sheet !== null && caseId !== null ? (
        <div className="mb-3">
          <a className="to-form" href="#form-title">
            {t("task.toForm")}
          </a>
          <Sheet caseId={caseId} sheetId={page.sheet} editable={page.may.complete} />
        </div>
      ) : null}
      <div className="row g-3">
        <div className="col-lg-8">
          <TaskForm page={page} Form={Form} />
        </div>
        <div className="col-lg-4">
          <Comments page={page} />
        </div>
      </div>
    </>
  );
}
