import { IconUser } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { shortDate } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { CasePage } from "./case-query.js";

interface OpenTasksProps {
  readonly tasks: CasePage["openTasks"];
  readonly closed: boolean;
}

/** Where the case file lies now: with whom, since when, until when. */
export function OpenTasks({ tasks, closed }: OpenTasksProps): ReactElement {
  const { t, language } = useTexts();
  return (
    <section className="card h-100" aria-labelledby="open-tasks">
      <div className="card-header">
        <h2 className="card-title" id="open-tasks">
          {t("case.openTasks")}
        </h2>
      </div>
      {tasks.length === 0 ? (
        <p className="card-body text-secondary mb-0">{closed ? t("case.finished") : t("case.noTasks")}</p>
      ) : null}
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={task.key} className="list-row">
            <div className="flex-fill">
              {task.mine ? (
                <Link className="row-link" to={`/tugas/${task.key}`}>
                  {task.name}
                </Link>
              ) : (
                <span className="fw-medium">{task.name}</span>
              )}
              <div className="second-line">
                <IconUser size={14} aria-hidden /> {task.who}
              </div>
            </div>
            <div className="text-end second-line">
              <div>{t("case.since", { date: shortDate(task.since, language) })}</div>
              {task.dueAt === null ? null : <div>{t("case.until", { date: shortDate(task.dueAt, language) })}</div>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
