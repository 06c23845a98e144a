import i18next from "i18next";
import { fileSize } from "../../shared/format/numbers.js";
import { steadyCalendar, strictDateField } from "./calendar-widget.js";
import { searchByValue } from "./choice-search.js";
import { createFormEvaluator, type FormEvaluator } from "./form-evaluator.js";
import { FileStorage } from "./file-storage.js";
import type { FormioPort } from "./formio-port.js";
import { honestNumber } from "./number-field.js";
import "bootstrap-icons/font/bootstrap-icons.css";
import "flatpickr/dist/flatpickr.min.css";
import "./forms.css";

interface LoadedFormio {
  readonly Formio: FormioPort;
  readonly evaluator: FormEvaluator;
}

let loaded: Promise<LoadedFormio> | null = null;

/** The renderer, fetched once and set up so that it calls nobody but us. */
export function loadFormio(): Promise<LoadedFormio> {
  loaded ??= setUp().catch((cause: unknown) => {
    loaded = null;
    throw cause;
  });
  return loaded;
}

async function setUp(): Promise<LoadedFormio> {
  const [form, utils, coreUtils] = await Promise.all([
    import("@formio/js/form"),
    import("@formio/js/utils"),
    import("@formio/core/utils"),
    setUpDatePicker(),
  ]);
  const { Formio } = form as unknown as { Formio: FormioPort };
  const evaluator = createFormEvaluator(utils.DefaultEvaluator);
  // The renderer and its core each have a registry of their own.
  utils.registerEvaluator(evaluator);
  coreUtils.registerEvaluator(evaluator);
  Formio.setBaseUrl(location.origin);
  Formio.setProjectUrl(location.origin);
  Formio.cdn.setBaseUrl("/vendor/formio");
  Formio.Widgets.calendar = steadyCalendar(Formio.Widgets.calendar, utils.currentTimezone);
  const { components } = Formio.Components;
  components.number = honestNumber(components.number);
  components.datetime = strictDateField(components.datetime);
  // Of a file that was chosen before, the form knows only the name.
  components.file.prototype.fileSize = (bytes) =>
    typeof bytes === "number" && bytes > 0 ? fileSize(bytes, i18next.language === "en" ? "en" : "id") : "–";
  searchByValue(components.select.prototype);
  Formio.Providers.addProvider("storage", "url", FileStorage);
  return { Formio, evaluator };
}

/** The renderer takes the date picker from the page when it is there, else from its maker's server. */
async function setUpDatePicker(): Promise<void> {
  const [{ default: flatpickr }, { Indonesian }] = await Promise.all([
    import("flatpickr"),
    import("flatpickr/dist/l10n/id.js"),
  ]);
  flatpickr.localize(Indonesian);
  Object.assign(flatpickr.l10ns, { id: Indonesian });
  Object.assign(globalThis, { flatpickr, "flatpickr-id": Indonesian, "flatpickr-en": flatpickr.l10ns.default });
}
