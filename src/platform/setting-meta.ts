/** What `npm run config:help` prints of a variable. */
export interface SettingMeta {
  readonly [key: string]: unknown;
  readonly kind: string;
  readonly unit: string;
  readonly fallback: string;
  readonly example: string;
  readonly description: string;
  /** Command-line option that wins over the variable. */
  readonly flag?: string;
  /** Never printed. */
  readonly secret?: boolean;
}
