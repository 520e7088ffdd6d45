import { Special } from "../model/value";
import { isRandom } from "./random";

/** Content of a secret, and the name of the property in which it stood. */
export interface SecretContent {
  readonly content: unknown;
  readonly property: string | undefined;
}

/** Shorter ones are only concealed where they stand alone. */
const MIN_EXACT = 4;

/** Marked secret by providers because one entry may be; their texts are names, and stand openly beside them. */
const OPEN_PROPERTIES: ReadonlySet<string> = new Set(["tags", "tagsAll", "labels", "effectiveLabels", "pulumiLabels"]);

/** Words that cannot be kept secret, as every reader knows them; concealing them would blind the comparison. */
const OPEN_WORDS: ReadonlySet<string> = new Set(
  `true false null none undefined default enabled disabled admin administrator root user test guest public private
   postgres postgresql mysql mariadb mongodb redis sqlserver oracle aurora aurora-postgresql aurora-mysql rabbitmq
   production prod staging stage development dev preview sandbox testing localhost password secret token string
   info debug warn error trace latest main master http https tcp arm64 x86_64 amd64 linux windows`.split(/\s+/),
);

const SECRET_KEY = /pass|secret|token|credential|private|auth|api_?key|access_?key|signing|connection|dsn|cert/i;

/** Shapes that identify or measure and are no secret merely because they stand within one. */
const OPEN_SHAPE =
  /^(?:arn:.*|[a-z]{2}(?:-[a-z]+){1,3}-\d[a-z]?|v?\d+(?:\.\d+){1,3}\S{0,12}|\d{4}-\d\d-\d\d.*|[a-z]+(?:-[a-z]+)*\.[a-z0-9]+\.[a-z0-9]+|(?:[a-z0-9_-]+\.)+[a-z]{2,}(?::\d+)?\/?\S*|[a-z]+:\/\/[^@\s]*|\/\S*|[\d./:]+)$/i;

/**
 * What is no secret even where it is marked as one by itself: providers mark every parameter of a parameter store, and
 * concealing an image's version there would conceal it in the image.
 */
const OPEN_ALONE =
  /^(?:arn:aws\S*|[a-z]{2}(?:-[a-z]+){1,3}-\d[a-z]?|v?\d+(?:\.\d+){1,3}(?:[-+][a-z0-9.]{1,12})?|(?:[a-z]+\.)?[a-z]+\d+[a-z]*\.(?:\d*x?large|nano|micro|small|medium|metal)|https?:\/\/[a-z0-9.-]+(?::\d+)?\/?|[\d./]+)$/i;

const LONGEST_OPEN = 200;

const PEM_LINE = /^[A-Za-z0-9+/=]{40,}$/;

/**
 * The texts to conceal wherever they occur. What was a secret by itself is concealed unless it is a common word; what
 * stood within a secret object (a whole environment map that holds one password) must look like a secret or be called
 * one. `open` are words of the stack itself, in small letters: its names and its types.
 */
export function secretTexts(contents: readonly SecretContent[], open: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { content, property } of contents) {
    if (property !== undefined && OPEN_PROPERTIES.has(property)) continue;
    for (const leaf of leaves(content, property)) {
      if (!(leaf.text === content ? isConcealable(leaf.text, open) : looksSecret(leaf, open))) continue;
      for (const text of withParts(leaf.text)) found.add(text);
    }
  }
  return found;
}

function isConcealable(text: string, open: ReadonlySet<string>): boolean {
  const plain = text.toLowerCase();
  if (text.length < MIN_EXACT || /^\d{1,5}$/.test(text) || OPEN_WORDS.has(plain) || open.has(plain)) return false;
  return text.length > LONGEST_OPEN || !OPEN_ALONE.test(text) || /^\d{6,}$/.test(text);
}

function looksSecret({ key, text }: Leaf, open: ReadonlySet<string>): boolean {
  if (!isConcealable(text, open)) return false;
  if (key !== undefined && SECRET_KEY.test(key)) return !text.startsWith("arn:");
  if (text.length < 8 || !/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  return !OPEN_SHAPE.test(text) || isRandom(text);
}

/** The lines of a key or certificate can stand indented elsewhere; base64 can hide the very text that is used. */
function withParts(text: string): readonly string[] {
  const lines = text.includes("\n") ? text.split(/\r?\n/).filter((line) => PEM_LINE.test(line)) : [];
  const trimmed = text.trim();
  const decoded = decodedText(text);
  return [text, trimmed, ...lines, ...(decoded === undefined ? [] : [decoded])].filter(
    (part) => part.length >= MIN_EXACT,
  );
}

function decodedText(text: string): string | undefined {
  if (text.length < 12 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /^[\x20-\x7e\s]{6,}$/.test(decoded) ? decoded : undefined;
}

interface Leaf {
  readonly key: string | undefined;
  readonly text: string;
}

/** Without recursion: a secret's content can be nested as deep as anybody likes, also as JSON within a text. */
function* leaves(content: unknown, property: string | undefined): Generator<Leaf> {
  const pending: { key: string | undefined; value: unknown }[] = [{ key: property, value: content }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { key, value } = next;
    if (typeof value === "string") {
      yield { key, text: value };
      pending.push({ key, value: embeddedJson(value) });
    } else if (Array.isArray(value)) for (const element of value) pending.push({ key, value: element });
    else if (typeof value === "object" && value !== null && !(value instanceof Special))
      for (const [name, inner] of Object.entries(value)) pending.push({ key: name, value: inner });
  }
}

const LONGEST_EMBEDDED = 1_000_000;

/** `{"username": …, "password": …}`: what secret stores keep is mostly an object in a text. */
function embeddedJson(text: string): unknown {
  if (text.length > LONGEST_EMBEDDED || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
