/** What we use of Form.io; its own types describe less than half of it. */
export type FormData = Record<string, unknown>;

/** A component of a form's JSON, as far as it is read here. */
export interface FormComponent {
  readonly type?: string;
  readonly key?: string;
  readonly label?: string;
  readonly action?: string;
  readonly theme?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly components?: readonly FormComponent[];
  readonly columns?: readonly { readonly components?: readonly FormComponent[] }[];
  readonly [property: string]: unknown;
}

export interface FormSchema {
  readonly display?: string;
  readonly components?: readonly FormComponent[];
  readonly [property: string]: unknown;
}

/** One message of the renderer. */
export interface RendererError {
  readonly message?: string;
  readonly path?: string | readonly (string | number)[];
  readonly context?: { readonly path?: string; readonly key?: string; readonly label?: string };
  readonly component?: { readonly key?: string; readonly path?: string };
  readonly messages?: readonly RendererError[];
}

export interface RenderedComponent {
  readonly key: string;
  readonly path: string;
  readonly visible: boolean;
  readonly component: { readonly input?: boolean; readonly validate?: { readonly required?: boolean } };
  isEmpty(): boolean;
  setValue(value: unknown): boolean;
  setCustomValidity(message: string, dirty?: boolean): void;
}

/** A form on the page. */
export interface RenderedForm {
  readonly submission: { readonly data: FormData };
  readonly errors: readonly RendererError[];
  readonly page?: number;
  readonly pages?: readonly unknown[];
  setSubmission(submission: { data: FormData }): Promise<unknown>;
  checkConditions(data: FormData): boolean;
  everyComponent(visit: (component: RenderedComponent) => void): void;
  checkValidity(data: FormData, dirty: boolean, row: FormData): boolean;
  focusOnComponent(path: string): void;
  getComponent(path: string): RenderedComponent | null | undefined;
  on(event: string, listener: (...values: readonly unknown[]) => void): void;
  destroy(all: boolean): void;
}

/** Stores the files of a form's file fields. */
export interface StorageProvider {
  uploadFile(
    file: File,
    name: string,
    folder: string,
    progress: (event: { loaded: number; total: number }) => void,
    url: string,
    options: unknown,
    fileKey: string,
    permissions: unknown,
    groupId: unknown,
    abort?: (cancel: () => void) => void,
  ): Promise<object>;
  deleteFile(file: object): Promise<string>;
  downloadFile(file: { url?: string }): Promise<object>;
}

/** The part of a field of choices that asks the server for them. */
export interface ChoiceLoader {
  readonly dataValue?: unknown;
  loadItems: (this: ChoiceLoader, url: string, search: unknown, ...more: readonly unknown[]) => unknown;
}

type ComponentClass = new (...values: never[]) => object;

export interface FormioPort {
  createForm(
    element: HTMLElement,
    schema: FormSchema,
    options: Readonly<Record<string, unknown>>,
  ): Promise<RenderedForm>;
  setBaseUrl(address: string): void;
  setProjectUrl(address: string): void;
  readonly cdn: { setBaseUrl(address: string): void };
  readonly Widgets: Record<"calendar", ComponentClass>;
  readonly Components: {
    readonly components: Record<"number" | "datetime", ComponentClass> & {
      readonly file: { readonly prototype: { fileSize(bytes: unknown): string } };
      readonly select: { readonly prototype: ChoiceLoader };
    };
  };
  readonly Providers: { addProvider(kind: "storage", name: string, provider: new () => StorageProvider): void };
}
