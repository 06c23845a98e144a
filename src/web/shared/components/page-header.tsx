import { useEffect, type ReactElement, type ReactNode } from "react";

interface PageHeaderProps {
  readonly title: string;
  /** Small line above the title. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** Heading of a page; also the title of the browser tab. */
export function PageHeader({ title, above, below, actions }: PageHeaderProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);
  return (
    <div className="page-header d-print-none">
      <div className="row g-2 align-items-center">
        <div className="col">
          {above === undefined ? null : <div className="page-pretitle">{above}</div>}
          <h1 className="page-title" tabIndex={-1}>
            {title}
          </h1>
          {below === undefined ? null : <div className="text-secondary mt-1">{below}</div>}
        </div>
        {actions === undefined ? null : (
          <div className="col-12 col-md-auto ms-auto d-flex gap-2 flex-wrap">{actions}</div>
        )}
      </div>
    </div>
  );
}
