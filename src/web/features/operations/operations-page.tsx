import type { ReactElement } from "react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../shared/components/page-header.js";
import { PageTabs } from "../../shared/components/page-tabs.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { IncidentsList } from "./incidents-list.js";
import { OutboxList } from "./outbox-list.js";

/** For those who look after the system: steps that stopped, and messages that did not get through. */
export function OperationsPage(): ReactElement {
  const { t } = useTexts();
  const [query, setQuery] = useSearchParams();
  const current = query.get("tab") === "pesan" ? "pesan" : "langkah";
  const tabs = [
    { id: "langkah", label: t("operations.steps") },
    { id: "pesan", label: t("operations.messages") },
  ];
  return (
    <>
      <PageHeader
        title={t("operations.title")}
        below={t(current === "pesan" ? "operations.messagesIntro" : "operations.intro")}
      />
      <PageTabs
        label={t("operations.tabs")}
        tabs={tabs}
        current={current}
        onTab={(tab) => setQuery({ tab }, { replace: true })}
      />
      <div className="mt-3">{current === "pesan" ? <OutboxList /> : <IncidentsList />}</div>
    </>
  );
}
