import { isList, isMap, Special, type Value } from "../model/value";
import { canonicalTexts, type Label } from "../symbolise/canonical";
import type { Mention } from "../symbolise/reading";
import type { Symbolised } from "../symbolise/symbolise";

/** The texts and values of one side, written so that what means the same on both sides is the same text. */
export interface SideTexts {
  readonly text: (text: string) => string;
  /** By names alone: the environment, account and regions taken out, references left as they are written. */
  readonly named: (text: string) => string;
  /** For people: the environment as `{env}`, and by their names the resources that are mentioned. */
  readonly shown: (text: string) => string;
  /** A whole value; keys in order, list elements as they stand. */
  readonly value: (value: Value) => string;
}

export function sideTexts(side: Symbolised, label: Label): SideTexts {
  const { mask } = side.vocabulary.environment;
  const text = canonicalTexts(side, label);
  const write = (value: Value): string => {
    if (typeof value === "string") return quote(text(value));
    if (value === null || typeof value !== "object") return quote(String(value));
    if (value instanceof Special) return `<${value.special}>`;
    if (isList(value)) return `[${value.map(write).join(",")}]`;
    if (!isMap(value)) return "";
    const entries = Object.keys(value).map((key) => `${quote(text(key))}:${write(value[key] ?? null)}`);
    return `{${entries.sort().join(",")}}`;
  };
  const shown = (text: string): string =>
    side
      .read(text)
      .map((part) => (typeof part === "string" ? mask(part) : `{${mask(nameOf(part, side))}}`))
      .join("");
  return { text, shown, named: side.vocabulary.settle, value: write };
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function nameOf({ owners, text }: Mention, { resources }: Symbolised): string {
  const [first] = owners;
  const resource = first === undefined ? undefined : resources[first.resource];
  return first === undefined || resource === undefined ? text : `${resource.name}.${first.output}`;
}
