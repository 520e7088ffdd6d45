import type { Path } from "../model/path";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import type { Context } from "./context";
import type { Draft, Site } from "./draft";

/**
 * Whether what only one side has was filled in by its provider, and the other side has another version of it: a newer
 * one knows properties that an older one does not, and neither program said a word of them.
 */
export function isFilledInByOtherVersion(kind: Draft["kind"], { pair, path }: Site, context: Context): boolean {
  const side = kind === "added" ? "subject" : "reference";
  if (!isFilledIn(pair[side], path)) return false;
  const [own, other] = [versionOf(pair.subject, "subject", context), versionOf(pair.reference, "reference", context)];
  return own !== undefined && other !== undefined && own !== other;
}

/** The engine does not tell a preview's analyzers what was filled in; the subject's own last state does. */
export function withLastDefaults(subject: Stack, before: Stack | undefined): Stack {
  if (subject.phase !== "preview" || before === undefined) return subject;
  const last = new Map(before.resources.map(({ urn, defaults }) => [urn, defaults] as const));
  const told = (resource: Resource): Resource => {
    const defaults = resource.defaults ?? last.get(resource.urn);
    return defaults === undefined ? resource : { ...resource, defaults };
  };
  return { ...subject, resources: subject.resources.map(told) };
}

/** Whether the provider filled in what stands there, as the program said nothing. */
export function isFilledIn({ defaults }: Resource, path: Path): boolean {
  return defaults?.has(path.map((step) => (typeof step === "number" ? "*" : step)).join(".")) === true;
}

function versionOf({ provider }: Resource, side: "subject" | "reference", context: Context): string | undefined {
  const version = provider === undefined ? undefined : context.resourceAt[side](provider)?.inputs.version;
  return typeof version === "string" ? version : undefined;
}
