import type { ComponentType, ReactElement, ReactNode } from "react";

interface EmptyStateProps {
  readonly icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  readonly title: string;
  /** Why there is nothing, and what can be done. */
  readonly why?: string | undefined;
  readonly action?: ReactNode | undefined;
}

/** Nothing to show, and why. */
export const EmptyState = ({ icon: Icon, title, why, action }: EmptyStateProps): ReactElement => (
  <div className="nothing">
    <div className="nothing-icon">
      <Icon size={36} stroke={1.5} aria-hidden />
    </div>
    <p className="nothing-title">{title}</p>
    {why === undefined ? null : <p className="text-secondary mb-0">{why}</p>}
    {action === undefined ? null : <div className="mt-3">{action}</div>}
  </div>
);
