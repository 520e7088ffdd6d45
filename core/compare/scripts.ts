import type { Context } from "./context";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { sameText } from "./texts";

/** Compares two scripts line by line. All lines that differ are one difference, which shows only them. */
export function compareScripts(subject: string, reference: string, site: Site, context: Context): readonly Draft[] {
  const own = lines(subject);
  const others = lines(reference);
  const same = own.length === others.length;
  const left = own.filter((line, at) => !(same ? sameText(line, others[at] ?? "", context) : others.includes(line)));
  const missing = others.filter((line, at) => !(same ? sameText(own[at] ?? "", line, context) : own.includes(line)));
  if (left.length === 0 && missing.length === 0) return same ? NOTHING : changed(subject, reference, site);
  return changed(left.join("\n"), missing.join("\n"), site);
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trimEnd());
}
