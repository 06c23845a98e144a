import { IconChevronRight, IconLock, IconPencilPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { StartOffer } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** What one may start now; what not, and why. */
export function StartsPage(): ReactElement {
  const { t, say } = useTexts();
  const offers = useQuery({
    queryKey: ["starts"],
    queryFn: ({ signal }) => api.get<readonly StartOffer[]>("/starts", { signal }),
  });
  return (
    <>
      <PageHeader title={t("start.title")} />
      {offers.isPending ? <Loading /> : null}
      {offers.isError ? <ProblemAlert error={offers.error} onRetry={() => void offers.refetch()} /> : null}
      {offers.data?.length === 0 ? (
        <div className="card">
          <EmptyState icon={IconPencilPlus} title={t("start.none")} why={t("start.noneWhy")} />
        </div>
      ) : null}
      {offers.data === undefined || offers.data.length === 0 ? null : (
        <ul className="card plain-list">
          {offers.data.map((offer) => (
            <li key={`${offer.app}/${offer.type}`} className="list-row">
              {offer.ok ? (
                <IconPencilPlus size={24} className="text-primary" aria-hidden />
              ) : (
                <IconLock size={24} className="text-secondary" aria-hidden />
              )}
              <div className="flex-fill">
                {offer.ok ? (
                  <Link className="row-link" to={`/mulai/${offer.app}/${offer.type}`}>
                    {say(offer.title)}
                  </Link>
                ) : (
                  <span className="fw-medium">{say(offer.title)}</span>
                )}
                {offer.reason === null ? null : <div className="second-line">{say(offer.reason)}</div>}
              </div>
              {offer.ok ? <IconChevronRight size={20} className="text-secondary" aria-hidden /> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
