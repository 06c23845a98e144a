import { IconMailCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { StuckMessageList } from "../../../http/contract/admin.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { dateAndTime } from "../../shared/format/dates.js";
import type { TextKey } from "../../shared/i18n/setup.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { OperationsList } from "./operations-list.js";

/** What the platform sends; a kind of a plugin's own is shown by its name. */
const kinds: Readonly<Record<string, TextKey>> = {
  "engine.create-instance": "outbox.kind.create",
  "engine.start-plain": "outbox.kind.create",
  "engine.publish-message": "outbox.kind.message",
  "engine.complete-user-task": "outbox.kind.complete",
  "notification.mail": "outbox.kind.mail",
  "notification.telegram": "outbox.kind.telegram",
};

/** Messages that did not get through: to the engine, by mail, by Telegram. */
export function OutboxList(): ReactElement {
  const { t, language } = useTexts();
  const kindOf = (kind: string): string => {
    const text = kinds[kind];
    return text === undefined ? kind : t(text);
  };
  return (
    <OperationsList<StuckMessageList["items"][number]>
      name="outbox"
      nothing={{ icon: IconMailCheck, title: t("outbox.none"), why: t("outbox.noneWhy") }}
      retried={t("outbox.retried")}
      keyOf={(message) => message.id}
      row={(message) => (
        <div className="flex-fill incident-text">
          <div className="d-flex gap-2 align-items-center flex-wrap">
            <span className="fw-medium">{kindOf(message.kind)}</span>
            <StatusBadge tone={message.refused ? "danger" : "warning"}>
              {message.refused ? t("outbox.refused") : t("outbox.again", { at: dateAndTime(message.nextAt, language) })}
            </StatusBadge>
          </div>
          <div className="technical">{message.message}</div>
          <div className="second-line">
            {t("outbox.attempts", { count: message.attempts })} · {message.orderKey}
          </div>
        </div>
      )}
    />
  );
}
