import { openFormSandbox } from "./form-sandbox.js";
import { hasScripts } from "./form-scripts.js";
import { loadFormio } from "./formio-setup.js";
import type { FormData, FormSchema, RenderedForm } from "./formio-port.js";
import { keepMended } from "./mend-markup.js";
import { prepareData, prepareSchema } from "./prepare-schema.js";
import { englishRenderer, indonesianRenderer } from "./renderer-texts.js";

interface OpenFormRequest {
  readonly element: HTMLElement;
  readonly schema: FormSchema;
  readonly values: FormData;
  readonly language: "id" | "en";
  readonly readOnly: boolean;
  /** Aborted: the form is taken off the page. */
  readonly signal: AbortSignal;
  readonly onChange: (values: FormData) => void;
  /** The renderer has looked at its fields. */
  readonly onChecked: (form: RenderedForm) => void;
  readonly onPage: (form: RenderedForm) => void;
}

const pageEvents = ["nextPage", "prevPage", "wizardPageSelected", "wizardNavigationClicked"] as const;

/** Renders a form into an element. Changes are told only when a value is really another than before. */
export async function openForm(request: OpenFormRequest): Promise<RenderedForm> {
  const { Formio, evaluator } = await loadFormio();
  if (evaluator.sandbox === null && hasScripts(request.schema)) evaluator.sandbox = await openFormSandbox();
  request.signal.throwIfAborted();
  const place = document.createElement("div");
  request.element.replaceChildren(place);
  keepMended(request.element, request.signal);
  const form = await Formio.createForm(place, structuredClone(prepareSchema(request.schema)), {
    readOnly: request.readOnly,
    language: request.language,
    i18n: { id: indonesianRenderer, en: englishRenderer },
    noAlerts: true,
    noDefaultSubmitButton: true,
    buttonSettings: { showSubmit: false, showCancel: false, showPrevious: true, showNext: true },
    breadcrumbSettings: { clickable: true },
  });
  request.signal.addEventListener("abort", () => form.destroy(true));
  if (request.signal.aborted) form.destroy(true);
  request.signal.throwIfAborted();
  await form.setSubmission({ data: structuredClone(prepareData(request.values)) });
  let known = JSON.stringify(form.submission.data);
  const tell = (): void => {
    // The renderer clears hidden fields of a form for reading too; nobody changed anything then.
    if (request.readOnly) return;
    const text = JSON.stringify(form.submission.data);
    if (text === known) return;
    known = text;
    request.onChange(JSON.parse(text) as FormData);
  };
  form.on("change", () => {
    tell();
    request.onChecked(form);
  });
  // The renderer tells changes late, when it has looked at the whole form; a page left meanwhile would lose the last words.
  for (const event of ["input", "change"]) request.element.addEventListener(event, tell, { signal: request.signal });
  for (const event of pageEvents) form.on(event, () => request.onPage(form));
  // The file's line says why it was refused; the renderer tells it once more as a rejection, which nobody else takes.
  form.on("fileUploadingEnd", (upload) => void Promise.resolve(upload).catch(() => undefined));
  return form;
}
