import { IconAlertTriangle, IconCloudCheck, IconCloudUpload, IconDeviceFloppy } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { clockTime } from "../format/dates.js";
import { useTexts } from "../i18n/use-texts.js";
import type { DraftStatus } from "./draft-keeper.js";

interface DraftStateProps {
  readonly status: DraftStatus;
  readonly savedAt: number | null;
}

/** Where the input is: saved when, on its way, or only on this device. */
export function DraftState({ status, savedAt }: DraftStateProps): ReactElement {
  const { t, language } = useTexts();
  return (
    <span className={`draft-state${status === "local" || status === "gone" ? " draft-state-local" : ""}`} role="status">
      {words()}
    </span>
  );

  function words(): ReactElement | null {
    if (status === "conflict" || status === "gone")
      return (
        <>
          <IconAlertTriangle size={18} aria-hidden /> {t(status === "gone" ? "draft.gone" : "draft.conflict")}
        </>
      );
    if (status === "local")
      return (
        <>
          <IconDeviceFloppy size={18} aria-hidden /> {t("draft.local")}
        </>
      );
    if (status === "dirty" || status === "saving")
      return (
        <>
          <IconCloudUpload size={18} aria-hidden /> {t("draft.saving")}
        </>
      );
    if (savedAt === null) return null;
    return (
      <>
        <IconCloudCheck size={18} aria-hidden /> {t("draft.saved", { time: clockTime(savedAt, language) })}
      </>
    );
  }
}
