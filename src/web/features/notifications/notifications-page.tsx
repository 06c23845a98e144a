import { IconBellOff, IconChecks } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { NotificationList } from "../../../http/contract/session.js";
import { api, queryOf } from "../../shared/api/client.js";
import { now } from "../../shared/clock.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { dateAndTime, timeAgo } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

const PAGE = 25;

/** What the platform told this person. */
export function NotificationsPage(): ReactElement {
  const { t } = useTexts();
  const [offset, setOffset] = useState(0);
  const toasts = useToasts();
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ["notifications", "list", offset],
    queryFn: ({ signal }) => api.get<NotificationList>(`/notifications${queryOf({ offset, limit: PAGE })}`, { signal }),
  });
  const read = useMutation({
    mutationFn: (ids: readonly string[] | "all") => api.post("/notifications/read", { ids }),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["notifications"] }),
  });
  return (
    <>
      <PageHeader
        title={t("notifications.title")}
        actions={
          (list.data?.unread ?? 0) === 0 ? undefined : (
            <button type="button" className="btn" disabled={read.isPending} onClick={() => read.mutate("all")}>
              <IconChecks size={18} className="me-2" aria-hidden /> {t("notifications.readAll")}
            </button>
          )
        }
      />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <>
          <div className="card">
            {list.data.items.length === 0 ? (
              <EmptyState icon={IconBellOff} title={t("notifications.none")} why={t("notifications.noneWhy")} />
            ) : null}
            <ul className="plain-list">
              {list.data.items.map((item) => (
                <NotificationLine
                  key={item.id}
                  item={item}
                  onRead={() => item.readAt === null && read.mutate([item.id])}
                />
              ))}
            </ul>
          </div>
          <Pager offset={offset} limit={PAGE} total={list.data.total} onOffset={setOffset} />
        </>
      )}
    </>
  );
}

interface LineProps {
  readonly item: NotificationList["items"][number];
  readonly onRead: () => void;
}

function NotificationLine({ item, onRead }: LineProps): ReactElement {
  const { t, language } = useTexts();
  const unread = item.readAt === null;
  return (
    <li className={`list-row notification${unread ? " notification-unread" : ""}`}>
      <div className="flex-fill">
        {item.caseId === null ? (
          <span className={unread ? "fw-bold" : "fw-medium"}>{item.title}</span>
        ) : (
          <Link className={unread ? "row-link fw-bold" : "row-link"} to={`/berkas/${item.caseId}`} onClick={onRead}>
            {item.title}
          </Link>
        )}
        {unread ? <span className="visually-hidden"> ({t("notifications.unread")})</span> : null}
        <div className="second-line">{item.body}</div>
      </div>
      <time
        className="second-line nowrap"
        dateTime={new Date(item.at).toISOString()}
        title={dateAndTime(item.at, language)}
      >
        {timeAgo(item.at, now(), language)}
      </time>
      {unread ? (
        <button type="button" className="btn btn-sm" onClick={onRead}>
          {t("notifications.read")}
        </button>
      ) : null}
    </li>
  );
}
