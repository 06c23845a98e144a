import { IconAlertTriangle, IconCalendarDue, IconClock } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { longDate } from "../format/dates.js";
import { useTexts } from "../i18n/use-texts.js";

interface DueLabelProps {
  readonly dueAt: number | null;
  /** Working days from now; negative when overdue. */
  readonly workingDays: number | null;
}

/** Until when, in words, with an icon and a colour: late, today or tomorrow, later. */
export function DueLabel({ dueAt, workingDays }: DueLabelProps): ReactElement {
  const { t, language } = useTexts();
  if (dueAt === null) return <span className="text-secondary">{t("due.none")}</span>;
  const title = longDate(dueAt, language);
  if (workingDays === null)
    return (
      <span className="due due-later">
        <IconClock size={16} aria-hidden /> {title}
      </span>
    );
  if (workingDays < 0)
    return (
      <span className="due due-late" title={title}>
        <IconAlertTriangle size={16} aria-hidden /> {t("due.late", { count: -workingDays })}
      </span>
    );
  if (workingDays <= 1)
    return (
      <span className="due due-soon" title={title}>
        <IconCalendarDue size={16} aria-hidden /> {workingDays === 0 ? t("due.today") : t("due.tomorrow")}
      </span>
    );
  return (
    <span className="due due-later" title={title}>
      <IconClock size={16} aria-hidden /> {t("due.in", { count: workingDays })}
    </span>
  );
}
