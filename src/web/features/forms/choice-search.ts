import type { ChoiceLoader } from "./formio-port.js";

/**
 * A choice made before is looked up by its value. The renderer reads the search word off that value by the name of the search
 * field; a text has methods of that name (`search`, `at`, ...), and the field stayed empty. Such a word is no word: the value is.
 */
export function searchByValue(field: ChoiceLoader): void {
  const load = field.loadItems;
  field.loadItems = function (this: ChoiceLoader, url, search, ...more) {
    return load.call(this, url, typeof search === "function" ? this.dataValue : search, ...more);
  };
}
