import { useId, type ReactElement, type ReactNode } from "react";
import type { GalatBidang } from "../formulir.js";
import { useTeks } from "../use-teks.js";

/** What a control needs to be tied to its label, help and fault. */
export interface Kait {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby"?: string;
}

interface BingkaiProps {
  readonly label: string;
  readonly bantuan?: string | undefined;
  readonly galat: GalatBidang | undefined;
  readonly children: (kait: Kait) => ReactNode;
}

/** A labelled control with its help and its fault. */
export function Bingkai({ label, bantuan, galat, children }: BingkaiProps): ReactElement {
  const { t } = useTeks();
  const id = useId();
  const described = [bantuan === undefined ? "" : `${id}-b`, galat === undefined ? "" : `${id}-g`].join(" ").trim();
  return (
    <div className="bidang">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": galat !== undefined,
        ...(described === "" ? {} : { "aria-describedby": described }),
      })}
      {galat === undefined ? null : (
        <div className="bidang-galat" id={`${id}-g`} {...("pesan" in galat ? { lang: "id" } : {})}>
          {"pesan" in galat ? galat.pesan : t(galat.kunci)}
        </div>
      )}
      {bantuan === undefined ? null : (
        <div className="bidang-bantuan" id={`${id}-b`}>
          {bantuan}
        </div>
      )}
    </div>
  );
}
