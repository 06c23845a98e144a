export type { FormSchema, FormVersion } from "./form-version.js";
export type { Forms, ValidationRequest, ValidationResult } from "./forms.js";
export { createForms, type FormsDependencies } from "./create-forms.js";
export { checkForm } from "./definition/check-form.js";
export { textsOf } from "./definition/form-texts.js";
export { entities, migrations } from "./data/tables.js";
