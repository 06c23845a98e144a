import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { wholeNumber } from "../format/numbers.js";
import { useTexts } from "../i18n/use-texts.js";

interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}

/** Steps through a list that the server pages by offset. */
export function Pager({ offset, limit, total, onOffset }: PagerProps): ReactElement | null {
  const { t, language } = useTexts();
  if (total <= limit && offset === 0) return null;
  const last = Math.min(offset + limit, total);
  return (
    <nav className="d-flex align-items-center gap-2 mt-3" aria-label={t("pager.label")}>
      <span className="text-secondary me-auto">
        {t("pager.range", {
          from: wholeNumber(offset + 1, language),
          to: wholeNumber(last, language),
          total: wholeNumber(total, language),
        })}
      </span>
      <button
        type="button"
        className="btn btn-sm"
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - limit))}
      >
        <IconChevronLeft size={16} aria-hidden /> {t("pager.previous")}
      </button>
      <button type="button" className="btn btn-sm" disabled={last >= total} onClick={() => onOffset(offset + limit)}>
        {t("pager.next")} <IconChevronRight size={16} aria-hidden />
      </button>
    </nav>
  );
}
