import type { Member } from "./members";

type Literal = string | number | boolean;

const STATEMENT =
  /(?:defaults? to|default is|default value is|the default is|the default value is|default:|default value:) `?"?([\w.:-]+?)"?`?(?=[.,;)]|$)/i;
const CONDITION = /\b(if|when|unless|only|otherwise|depending|depends|except|for \w+ (engines?|types?|rules?))\b/i;

/** The default that a property's documentation promises without a condition; undefined where it promises none. */
export function documentedDefault({ documentation, shape }: Member): Literal | undefined {
  const sentence = documentation.split(/(?<=[.\n])\s/).find((each) => STATEMENT.test(each));
  if (sentence === undefined || CONDITION.test(sentence)) return undefined;
  return literal(STATEMENT.exec(sentence)?.[1]?.replace(/\.$/, "") ?? "", shape, sentence);
}

function literal(text: string, shape: string, sentence: string): Literal | undefined {
  if (shape === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (shape === "number" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const spelled = sentence.includes(`\`${text}\``) || sentence.includes(`"${text}"`);
  return shape === "string" && spelled && /^[A-Za-z0-9_.:-]+$/.test(text) ? text : undefined;
}

/** The values that a property's documentation lists as valid; empty where it lists none. */
export function documentedValues({ documentation, shape }: Member): readonly string[] {
  if (!shape.startsWith("string")) return [];
  const list =
    /(?:valid|allowed|possible|supported) (?:values?|options?|types?)[^`]{0,30}((?:`[^`]+`[,;|/ ]*(?:and |or )?){2,})/i.exec(
      documentation,
    )?.[1];
  return list === undefined ? [] : [...list.matchAll(/`"?([^`"]+)"?`/g)].map((match) => match[1] ?? "");
}
