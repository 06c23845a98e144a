/** JSON of a Form.io form as it is sent to the browser. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** A form as it was published at one time; never changed afterwards. */
export interface FormVersion {
  /** `<app>/<form>`. */
  readonly key: string;
  /** "1", "2", … in the order of publication. */
  readonly version: string;
  /** SHA-256 of the canonical JSON, hex. */
  readonly hash: string;
  /** Epoch ms. */
  readonly publishedAt: number;
  readonly schema: FormSchema;
}
