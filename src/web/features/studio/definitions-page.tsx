import { IconPlus, IconSchema } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useDefinitions, type Definition } from "./definition-query.js";

/** All processes with their newest version and what runs. */
export function DefinitionsPage(): ReactElement {
  const { t } = useTexts();
  const list = useDefinitions();
  return (
    <div className="studio-page">
      <PageHeader
        title={t("studio.title")}
        actions={
          <Link className="btn btn-primary" to="/studio/baru">
            <IconPlus size={18} className="me-1" aria-hidden /> {t("studio.new")}
          </Link>
        }
      />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <div className="card">
          {list.data.items.length === 0 ? (
            <EmptyState icon={IconSchema} title={t("studio.none")} why={t("studio.noneWhy")} />
          ) : (
            <Definitions items={list.data.items} />
          )}
        </div>
      )}
    </div>
  );
}

function Definitions({ items }: { readonly items: readonly Definition[] }): ReactElement {
  const { t } = useTexts();
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">{t("studio.col.process")}</th>
          <th scope="col">{t("studio.col.version")}</th>
          <th scope="col">{t("studio.col.running")}</th>
          <th scope="col">{t("studio.col.incidents")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <td>
              <Link className="row-link" to={`/studio/proses/${encodeURIComponent(item.id)}`}>
                {item.name === "" ? item.id : item.name}
              </Link>
              <div className="second-line">
                {item.id} · {item.resourceName}
              </div>
            </td>
            <td>
              {t("diagram.version", { version: item.version })}
              {item.versionTag === null ? null : <div className="second-line">{item.versionTag}</div>}
            </td>
            <td className="tabular">{t("studio.running", { count: item.running })}</td>
            <td>
              {item.incidents === 0 ? (
                <span className="text-secondary">{t("studio.noIncidents")}</span>
              ) : (
                <StatusBadge tone="danger">{t("studio.incidents", { count: item.incidents })}</StatusBadge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
