/** Version of the plugin API; raised additively, the first number only when something is taken away. */
export const PLUGIN_API_VERSION = "1.6.0";

const numbers = (text: string): readonly number[] => text.split(".").map(Number);

/** Whether a range (`1.0.0`, `^1`, `^1.2`) takes in the plugin API of this platform. */
export const acceptsApi = (range: string, version = PLUGIN_API_VERSION): boolean => {
  const match = /^(\^?)(\d+(?:\.\d+){0,2})$/u.exec(range.trim());
  if (match === null) return false;
  const [, caret, text = ""] = match;
  const wanted = numbers(text);
  const given = numbers(version);
  if (caret === "") return wanted.every((part, index) => part === given[index]);
  if (wanted[0] !== given[0]) return false;
  const [, minor = 0, patch = 0] = wanted;
  const [, givenMinor = 0, givenPatch = 0] = given;
  return givenMinor > minor || (givenMinor === minor && givenPatch >= patch);
};
