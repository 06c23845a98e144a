import { IconPencil } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useDiagramXml, useVersions } from "./definition-query.js";
import { DiagramViewer } from "./diagram-viewer.js";
import "./studio.css";

/** One process: its versions side by side with the diagram of the chosen one. */
export function DefinitionPage(): ReactElement {
  const { t } = useTexts();
  const { definitionId = "" } = useParams();
  const [query, setQuery] = useSearchParams();
  const versions = useVersions(definitionId);
  const chosen = versions.data?.find((item) => item.key === query.get("versi")) ?? versions.data?.[0];
  const xml = useDiagramXml(chosen?.key ?? null);
  if (versions.isPending) return <Loading />;
  if (versions.data === undefined || chosen === undefined)
    return (
      <div className="studio-page">
        <ProblemAlert error={versions.error} onRetry={() => void versions.refetch()} />
      </div>
    );
  return (
    <div className="studio-page">
      <PageHeader
        title={chosen.name === "" ? chosen.id : chosen.name}
        above={<Link to="/studio">{t("studio.title")}</Link>}
        below={`${chosen.id} · ${chosen.resourceName}`}
        actions={
          <Link className="btn btn-primary" to={`/studio/proses/${encodeURIComponent(chosen.id)}/${chosen.key}/ubah`}>
            <IconPencil size={18} className="me-1" aria-hidden /> {t("studio.edit")}
          </Link>
        }
      />
      <div className="row g-3">
        <div className="col-lg-9">
          <div className="card">
            {xml.isError ? <ProblemAlert error={xml.error} onRetry={() => void xml.refetch()} /> : null}
            {xml.data === undefined ? <Loading /> : <DiagramViewer key={chosen.key} xml={xml.data} />}
          </div>
        </div>
        <nav className="col-lg-3" aria-label={t("studio.versions")}>
          <ul className="card plain-list">
            {versions.data.map((item) => (
              <li key={item.key}>
                <button
                  type="button"
                  className={`version-line${item.key === chosen.key ? " active" : ""}`}
                  aria-current={item.key === chosen.key}
                  onClick={() => setQuery({ versi: item.key }, { replace: true })}
                >
                  <span className="fw-medium">{t("diagram.version", { version: item.version })}</span>
                  {item.versionTag === null ? null : <span className="text-secondary"> {item.versionTag}</span>}
                  <span className="second-line d-block">
                    {t("studio.running", { count: item.running })}
                    {item.incidents === 0 ? "" : ` · ${t("studio.incidents", { count: item.incidents })}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
