import { IconArrowLeft, IconUserOff, IconUserPlus, IconUserShare } from "@tabler/icons-react";
import { useEffect, useState, type ReactElement } from "react";
import { Link } from "react-router";
import { api } from "../../shared/api/client.js";
import { DueLabel } from "../../shared/components/due-label.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { useToasts } from "../../shared/components/toasts.js";
import { spacedNip } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { AssignDialog } from "./assign-dialog.js";
import { useTaskAct, type TaskPage } from "./task-query.js";

/** Head of the task page: what, about whom, until when, and whose it is. Stays in sight. */
export function TaskHeader({ page }: { readonly page: TaskPage }): ReactElement {
  const { t, say } = useTexts();
  const { task } = page;
  useEffect(() => {
    document.title = `${task.name} · Alur`;
  }, [task.name]);
  return (
    <div className="task-header">
      <div className="task-header-title">
        <Link to="/tugas" className="btn btn-icon btn-ghost" aria-label={t("task.back")}>
          <IconArrowLeft size={20} aria-hidden />
        </Link>
        <div className="flex-fill min-w-0">
          <div className="d-flex align-items-center gap-2 flex-wrap">
            <h1 className="h2 mb-0">{task.name}</h1>
            {task.case === null ? null : <StatusBadge tone={task.case.tone}>{say(task.case.statusLabel)}</StatusBadge>}
          </div>
          <div className="task-about">
            {task.case === null ? (
              <span>{task.processName}</span>
            ) : (
              <>
                <Link to={`/berkas/${task.case.id}`}>{task.case.reference}</Link>
                <span>{task.case.subjectName}</span>
                {task.case.subjectNumber === null ? null : (
                  <span className="tabular">{spacedNip(task.case.subjectNumber)}</span>
                )}
                {task.case.unitName === null || task.case.unitName === task.case.subjectName ? null : (
                  <span>{task.case.unitName}</span>
                )}
              </>
            )}
            <DueLabel dueAt={task.dueAt} workingDays={task.dueInWorkingDays} />
          </div>
        </div>
      </div>
      <Assignment page={page} />
    </div>
  );
}

function Assignment({ page }: { readonly page: TaskPage }): ReactElement {
  const { t } = useTexts();
  const toasts = useToasts();
  const [choosing, setChoosing] = useState(false);
  const { task, may } = page;
  const act = useTaskAct(task.key, toasts.failed);
  const path = `/tasks/${encodeURIComponent(task.key)}`;
  return (
    <div className="task-assignment">
      <span className="text-secondary">
        {task.assignee === null
          ? t("task.nobody")
          : task.assignee.me
            ? t("task.yours")
            : t("task.with", { name: task.assignee.displayName })}
      </span>
      {may.claim ? (
        <button
          type="button"
          className="btn btn-primary"
          disabled={act.isPending}
          onClick={() => act.mutate(() => api.post(`${path}/claim`))}
        >
          <IconUserPlus size={18} className="me-2" aria-hidden /> {t("task.claim")}
        </button>
      ) : null}
      {may.release ? (
        <button
          type="button"
          className="btn"
          disabled={act.isPending}
          onClick={() => act.mutate(() => api.delete(`${path}/claim`))}
        >
          <IconUserOff size={18} className="me-2" aria-hidden /> {t("task.release")}
        </button>
      ) : null}
      {may.assign ? (
        <button type="button" className="btn" disabled={act.isPending} onClick={() => setChoosing(true)}>
          <IconUserShare size={18} className="me-2" aria-hidden /> {t("task.assign")}
        </button>
      ) : null}
      {choosing ? (
        <AssignDialog
          taskKey={task.key}
          onClose={() => setChoosing(false)}
          onChosen={(username) => {
            setChoosing(false);
            act.mutate(() => api.put(`${path}/assignee`, { username }));
          }}
        />
      ) : null}
    </div>
  );
}
