import { IconMapOff } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { EmptyState } from "../../shared/components/empty-state.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** An address that leads nowhere. */
export function NotFound(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("notFound.title")} />
      <div className="card mt-3">
        <EmptyState
          icon={IconMapOff}
          title={t("notFound.what")}
          why={t("notFound.why")}
          action={
            <Link className="btn" to="/">
              {t("notFound.home")}
            </Link>
          }
        />
      </div>
    </>
  );
}
