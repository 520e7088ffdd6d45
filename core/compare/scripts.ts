import { SECRET_MARK } from "../redact";
import type { Context } from "./context";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { sameText } from "./texts";

/**
 * Compares two scripts line by line. All lines that differ are one difference, which shows only them. A line that holds
 * a secret is compared no further with the one that stands for it: there nothing may mark the secret as one.
 */
export function compareScripts(subject: string, reference: string, site: Site, context: Context): readonly Draft[] {
  const own = lines(subject);
  const others = lines(reference);
  const same = own.length === others.length;
  const left = own.filter((line, at) => !(same ? sameText(line, others[at] ?? "", context) : others.includes(line)));
  const missing = others.filter((line, at) => !(same ? sameText(own[at] ?? "", line, context) : own.includes(line)));
  if (left.length === 0 && missing.length === 0) return same ? NOTHING : changed(subject, reference, site);
  const [told, toldThere] = [withoutSecrets(left, missing), withoutSecrets(missing, left)];
  if (told.length < left.length || toldThere.length < missing.length) context.onSecret();
  return told.length === 0 && toldThere.length === 0 ? NOTHING : changed(told.join("\n"), toldThere.join("\n"), site);
}

/** Without the lines that hold a secret, and those that others write in the place of such a line. */
function withoutSecrets(texts: readonly string[], others: readonly string[]): readonly string[] {
  const secrets = [...texts, ...others]
    .filter((line) => line.includes(SECRET_MARK))
    .map((line) => line.split(SECRET_MARK));
  if (secrets.length === 0) return texts;
  return texts.filter((line) => !secrets.some((around) => isWrittenAround(line, around)));
}

function isWrittenAround(line: string, around: readonly string[]): boolean {
  const [first = "", last = ""] = [around[0], around.at(-1)];
  return line.length >= first.length + last.length && line.startsWith(first) && line.endsWith(last);
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trimEnd());
}
