import type { ReactElement } from "react";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A state in words on a tinted ground; the word carries the meaning, the colour only helps. */
export const StatusBadge = ({ tone, children }: { tone: Tone; children: string }): ReactElement => (
  <span className={`badge status-badge status-badge-${tone}`}>{children}</span>
);
