import { jsonLogicFault } from "../sandbox/json-logic.js";
import { childrenOf, COMPONENT_KINDS, type FormComponent, kindOf, TEXT_PROPERTIES } from "./component.js";
import { htmlFault, textFault } from "./check-html.js";

/** A fault at a property of a component. */
export interface ComponentFault {
  readonly property: string;
  readonly message: string;
}

/** Says why a script does not parse. */
export type SyntaxCheck = (source: string) => string | undefined;

type Check = (component: FormComponent, syntaxFault: SyntaxCheck) => readonly (ComponentFault | undefined)[];

const fault = (property: string, message: string | undefined): ComponentFault | undefined =>
  message === undefined ? undefined : { property, message };

const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  value !== false &&
  !(typeof value === "object" && Object.keys(value).length === 0);

/** A property's value as a message shows it. */
const asText = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

const KEY = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const RESERVED = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty"]);
/** Characters of one script. */
const SCRIPT_LIMIT = 4_000;

const checkIdentity: Check = (component) => [
  kindOf(component) === undefined
    ? fault("type", `Expected one of ${Object.keys(COMPONENT_KINDS).join(", ")}, but it is '${asText(component.type)}'`)
    : undefined,
  !KEY.test(component.key) || RESERVED.has(component.key)
    ? fault("key", `Expected a name of letters, digits and '_', but it is '${asText(component.key)}'`)
    : undefined,
];

const checkTexts: Check = (component) => [
  ...TEXT_PROPERTIES.map((name) => {
    const text = component[name];
    return typeof text === "string" ? fault(name, textFault(text)) : undefined;
  }),
  ...[...(component.values ?? []), ...(component.data?.values ?? [])].map((choice) =>
    fault("values", textFault(asText(choice.label))),
  ),
];

const checkHtml: Check = (component) => {
  if (component.type === "content") return [fault("html", htmlFault(asText(component["html"] ?? "")))];
  if (component.type !== "htmlelement") return [];
  const tag = asText(component["tag"] ?? "p");
  return [
    fault("tag", htmlFault(`<${tag}>`)),
    fault("content", htmlFault(asText(component["content"] ?? ""))),
    isFilled(component["refreshOnChange"])
      ? fault("refreshOnChange", "Expected an element that does not change, but it is refreshed")
      : undefined,
    ...((component["attrs"] ?? []) as readonly { attr?: string; value?: string }[]).map(({ attr, value }) =>
      isFilled(attr)
        ? fault("attrs", htmlFault(`<p ${attr ?? ""}="${(value ?? "").replaceAll('"', "")}">`))
        : undefined,
    ),
  ];
};

/** Properties that let a form reach outside itself, with what they are. */
const REFUSED: Readonly<Record<string, string>> = {
  serverOverride: "a component that differs on the server",
  unique: "a look-up in the vendor's database",
  encrypted: "a feature of the vendor's server",
  reference: "a resource of the vendor's server",
  resource: "a resource of the vendor's server",
  fetch: "an address to be called",
  customOptions: "options that are code",
  webcam: "the camera",
  valueComponent: "a value of another form",
};

const isPresent = (value: unknown): boolean =>
  isFilled(value) && !(typeof value === "object" && Object.values(value as object).every((inner) => !isFilled(inner)));

const checkOutside: Check = (component) => {
  const validate = component.validate ?? {};
  const widget = component["widget"] as Readonly<Record<string, unknown>> | string | undefined;
  return [
    ...Object.entries(REFUSED).map(([name, what]) =>
      (name === "serverOverride" ? isFilled : isPresent)(component[name])
        ? fault(name, `Expected no ${name} (${what}), but it is set`)
        : undefined,
    ),
    ...["unique", "select", "customPrivate"].map((name) =>
      isFilled(validate[name]) ? fault(`validate.${name}`, `Expected no ${name}, but it is set`) : undefined,
    ),
    ...["disableFunction", "disable"].map((name) => {
      const picker = component["datePicker"] as Readonly<Record<string, unknown>> | undefined;
      const isSet = isFilled(picker?.[name]) || (typeof widget === "object" && isFilled(widget?.[name]));
      return isSet ? fault(name, `Expected no code in the date picker, but '${name}' is set`) : undefined;
    }),
  ];
};

const checkSources: Check = (component) => {
  const source = component.dataSrc;
  const data = (component.data ?? {}) as Readonly<Record<string, unknown>>;
  if (component.type === "file") {
    const url = component["url"];
    return [
      isFilled(component["storage"]) && component["storage"] !== "url"
        ? fault("storage", `Expected 'url', but it is '${asText(component["storage"])}'`)
        : undefined,
      isFilled(url) && url !== "/api/files"
        ? fault("url", `Expected '/api/files', but it is '${asText(url)}'`)
        : undefined,
    ];
  }
  if (kindOf(component) !== "choice" && component.type !== "selectboxes") return [];
  if (source === undefined || source === "" || source === "values") {
    const values = component.type === "select" ? component.data?.values : component.values;
    return [Array.isArray(values) ? undefined : fault("values", "Expected a list of choices, but there is none")];
  }
  const url = data["url"];
  const isOwn = typeof url === "string" && /^\/api\/[A-Za-z0-9/_?=&{}.-]*$/.test(url) && !url.includes("..");
  return [
    source !== "url"
      ? fault("dataSrc", `Expected choices in the form or of this server, but the source is '${source}'`)
      : undefined,
    source === "url" && !isOwn
      ? fault("data.url", `Expected an address of this server (/api/…), but it is '${asText(url)}'`)
      : undefined,
    source === "url" && isFilled(data["headers"]) && isPresent((data["headers"] as unknown[])[0])
      ? fault("data.headers", "Expected no headers, but some are set")
      : undefined,
    source === "url" && typeof component["valueProperty"] !== "string"
      ? fault("valueProperty", "Expected the property that is the value, but it is not set")
      : undefined,
  ];
};

const checkButton: Check = (component) => {
  if (component.type !== "button") return [];
  const action = component["action"] ?? "submit";
  return [
    action === "submit" || action === "reset"
      ? undefined
      : fault("action", `Expected 'submit' or 'reset', but it is '${asText(action)}'`),
    isFilled(component["custom"])
      ? fault("custom", "Expected no code behind the button, but there is some")
      : undefined,
  ];
};

const checkPattern: Check = (component) => {
  const pattern = component.validate?.["pattern"];
  if (!isFilled(pattern)) return [];
  const text = asText(pattern);
  if (text.length > 200)
    return [fault("validate.pattern", `Expected at most 200 characters, but there are ${text.length}`)];
  // A repeated group that repeats inside, or alternates, can take exponential time on crafted input.
  if (/\([^)]*[+*{|][^)]*\)\s*[+*{]/.test(text)) {
    return [fault("validate.pattern", "Expected a pattern without repetition inside repetition")];
  }
  try {
    void new RegExp(text);
    return [];
  } catch (error) {
    return [fault("validate.pattern", `Expected a regular expression, but ${String(error)}`)];
  }
};

const scriptFault = (source: unknown, syntaxFault: SyntaxCheck): string | undefined => {
  if (!isFilled(source)) return undefined;
  if (typeof source === "object") return jsonLogicFault(source);
  if (typeof source !== "string") return `Expected a script or JSONLogic, but it is a ${typeof source}`;
  if (source.length > SCRIPT_LIMIT) return `Expected at most ${SCRIPT_LIMIT} characters of script`;
  if (/{{|{%/.test(source)) return "Expected no template in a script, but found '{{' or '{%'";
  return syntaxFault(source);
};

const checkScripts: Check = (component, syntaxFault) => [
  fault("validate.custom", scriptFault(component.validate?.["custom"], syntaxFault)),
  fault("validate.json", scriptFault(component.validate?.["json"], syntaxFault)),
  fault("calculateValue", scriptFault(component.calculateValue, syntaxFault)),
  fault("customDefaultValue", scriptFault(component["customDefaultValue"], syntaxFault)),
  fault("customConditional", scriptFault(component["customConditional"], syntaxFault)),
  fault(
    "conditional.json",
    scriptFault((component["conditional"] as { json?: unknown } | undefined)?.json, syntaxFault),
  ),
];

interface LogicItem {
  readonly trigger?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly Readonly<Record<string, unknown>>[];
}

const SETTABLE = new Set(["hidden", "disabled", "validate.required"]);

const checkLogic: Check = (component, syntaxFault) =>
  ((component.logic ?? []) as readonly LogicItem[]).flatMap(({ trigger = {}, actions = [] }) => [
    fault(
      "logic.trigger",
      scriptFault(trigger["javascript"], syntaxFault) ?? scriptFault(trigger["json"], syntaxFault),
    ),
    ...actions.map((action) => {
      const target = (action["property"] as { value?: string } | undefined)?.value ?? "";
      if (action["type"] === "property" && SETTABLE.has(target)) return undefined;
      if (action["type"] === "value") return fault("logic.value", scriptFault(action["value"], syntaxFault));
      if (action["type"] === "customAction") {
        return fault("logic.customAction", scriptFault(action["customAction"], syntaxFault));
      }
      return fault(
        "logic",
        `Expected an action that sets a value, hidden, disabled or required, but it is '${asText(action["type"])}' ${target}`,
      );
    }),
  ]);

const checkDates: Check = (component) =>
  component.type !== "datetime"
    ? []
    : ["minDate", "maxDate"].map((name) => {
        const picker = component["datePicker"] as Readonly<Record<string, unknown>> | undefined;
        const limit = picker?.[name];
        return isFilled(limit) && !/^\d{4}-\d{2}-\d{2}/.test(asText(limit))
          ? fault(`datePicker.${name}`, `Expected a date YYYY-MM-DD, but it is '${asText(limit)}'`)
          : undefined;
      });

const checkChildren: Check = (component) => [
  ["rows", "object", "layout"].includes(kindOf(component) ?? "") && childrenOf(component).length === 0
    ? fault("components", "Expected fields inside, but there are none")
    : undefined,
];

const CHECKS: readonly Check[] = [
  checkIdentity,
  checkTexts,
  checkHtml,
  checkOutside,
  checkSources,
  checkButton,
  checkPattern,
  checkScripts,
  checkLogic,
  checkDates,
  checkChildren,
];

/** Everything about one component (not those inside it) that keeps a form from being published. */
export const componentFaults = (component: FormComponent, syntaxFault: SyntaxCheck): ComponentFault[] =>
  CHECKS.flatMap((check) => check(component, syntaxFault)).filter((each) => each !== undefined);
