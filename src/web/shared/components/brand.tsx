import type { ReactElement } from "react";

/** The mark and the name. */
export const Brand = (): ReactElement => (
  <span className="brand">
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0b6bcb" />
      <path d="M7 22h6c5 0 5-12 10-12h2" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="7.5" cy="22" r="3" fill="#fff" />
      <circle cx="25" cy="10" r="3" fill="#bfe3ff" />
    </svg>
    Alur
  </span>
);
