import { IconPencil, IconUserPlus } from "@tabler/icons-react";
import { memo, type ReactElement } from "react";
import { Link } from "react-router";
import type { TaskItem } from "../../../http/contract/tasks.js";
import { DueLabel } from "../../shared/components/due-label.js";
import { now } from "../../shared/clock.js";
import { dateAndTime, shortDate, timeAgo } from "../../shared/format/dates.js";
import { spacedNip } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface TaskTableProps {
  readonly items: readonly TaskItem[];
  readonly done: boolean;
  /** The rows of the former filter, while the new ones are on their way. */
  readonly dimmed: boolean;
  readonly claiming: string | null;
  readonly onClaim: (task: TaskItem) => void;
  readonly onProcess: (processId: string) => void;
}

/** The tasks, two lines each; cards on a phone. */
export function TaskTable(props: TaskTableProps): ReactElement {
  const { t } = useTexts();
  return (
    <table className={`table task-table${props.dimmed ? " dimmed" : ""}`}>
      <thead>
        <tr>
          <th scope="col">{t("tasks.col.task")}</th>
          <th scope="col">{t("tasks.col.case")}</th>
          <th scope="col">{t("tasks.col.person")}</th>
          <th scope="col">{t("tasks.col.since")}</th>
          <th scope="col">{props.done ? t("tasks.col.done") : t("tasks.col.due")}</th>
          <th scope="col">{t("tasks.col.assignee")}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((task) => (
          <TaskRow
            key={task.key}
            task={task}
            done={props.done}
            claiming={props.claiming === task.key}
            onClaim={props.onClaim}
            onProcess={props.onProcess}
          />
        ))}
      </tbody>
    </table>
  );
}

interface TaskRowProps {
  readonly task: TaskItem;
  readonly done: boolean;
  readonly claiming: boolean;
  readonly onClaim: (task: TaskItem) => void;
  readonly onProcess: (processId: string) => void;
}

const TaskRow = memo(function TaskRow({ task, done, claiming, onClaim, onProcess }: TaskRowProps): ReactElement {
  const { t, language } = useTexts();
  return (
    <tr>
      <td className="cell-task">
        <Link className="row-link" to={`/tugas/${task.key}`} data-task={task.key}>
          {task.name}
        </Link>
        <div className="second-line">
          <button
            type="button"
            className="quiet-link"
            onClick={() => onProcess(task.processId)}
            title={t("tasks.onlyProcess")}
          >
            {task.processName}
          </button>
          {task.hasDraft ? (
            <span className="draft-mark">
              <IconPencil size={14} aria-hidden /> {t("tasks.draft")}
            </span>
          ) : null}
        </div>
      </td>
      <td className="cell-case">
        {task.case === null ? (
          <span className="text-secondary">—</span>
        ) : (
          <>
            <div>{task.case.reference}</div>
            <div className="second-line">{task.case.unitName ?? task.case.title}</div>
          </>
        )}
      </td>
      <td className="cell-person">
        {task.case === null ? null : (
          <>
            <div>{task.case.subjectName}</div>
            {task.case.subjectNumber === null ? null : (
              <div className="second-line tabular nowrap">{spacedNip(task.case.subjectNumber)}</div>
            )}
          </>
        )}
      </td>
      <td className="cell-since" title={dateAndTime(task.createdAt, language)}>
        <div className="nowrap">{shortDate(task.createdAt, language)}</div>
        <div className="second-line">{timeAgo(task.createdAt, now(), language)}</div>
      </td>
      <td className="cell-due">
        {done && task.completedAt !== null ? (
          <div className="nowrap">{shortDate(task.completedAt, language)}</div>
        ) : (
          <DueLabel dueAt={task.dueAt} workingDays={task.dueInWorkingDays} />
        )}
      </td>
      <td className="cell-assignee">
        <Assignee task={task} done={done} claiming={claiming} onClaim={onClaim} />
      </td>
    </tr>
  );
});

function Assignee({ task, done, claiming, onClaim }: Omit<TaskRowProps, "onProcess">): ReactElement {
  const { t } = useTexts();
  if (task.assignee !== null)
    return (
      <span className={task.assignee.me ? "fw-medium" : ""}>
        {task.assignee.me ? t("tasks.me") : task.assignee.displayName}
      </span>
    );
  if (done) return <span className="text-secondary">—</span>;
  return (
    <button
      type="button"
      className="btn btn-sm"
      disabled={claiming}
      onClick={() => onClaim(task)}
      aria-label={t("tasks.claimNamed", { name: task.name })}
    >
      <IconUserPlus size={16} className="me-1" aria-hidden /> {t("tasks.claim")}
    </button>
  );
}
