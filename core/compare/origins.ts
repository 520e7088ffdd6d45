import type { Divergence, Origin } from "../model/comparison";
import { isMap, type Scalar, type Value, type ValueMap } from "../model/value";
import type { Stack } from "../model/stack";
import { appendStep } from "../model/path";
import { CONFIGURATION_TYPE } from "../vocabulary";
import { isResolved } from "./resolved";

/** Shorter values occur in other texts by chance. */
const SHORTEST_PART = 3;
/** More settings that differ than this are only looked up by their whole values. */
const MOST_PARTS = 200;

interface Setting {
  readonly key: string;
  readonly subject: string;
  readonly reference: string;
}

/** Says of each difference where it comes from, as far as that can be told. */
export function withOrigins(
  divergences: readonly Divergence[],
  subject: Stack,
  reference: Stack,
): readonly Divergence[] {
  const settings = differingSettings(configurationOf(subject), configurationOf(reference));
  const byValues = new Map(settings.map((setting) => [`${setting.subject}\n${setting.reference}`, setting] as const));
  const parts = settings.length <= MOST_PARTS ? settings.filter(isTelling) : [];
  const alone = settings.filter(isOneSided);
  return divergences.map((divergence) => ({ ...divergence, origin: originOf(divergence, { byValues, parts, alone }) }));
}

interface Settings {
  readonly byValues: ReadonlyMap<string, Setting>;
  readonly parts: readonly Setting[];
  /** Those that one side leaves to the program's default. */
  readonly alone: readonly Setting[];
}

function originOf(divergence: Divergence, { byValues, parts, alone }: Settings): Origin | undefined {
  const { subject, reference, path, type, values } = divergence;
  if (type === CONFIGURATION_TYPE)
    return path === undefined ? undefined : { from: "configuration", key: String(path[0]) };
  if (subject !== undefined && reference !== undefined && path !== undefined && isResolved(subject, reference, path))
    return { from: "cloud" };
  const [own, other] = [plain(values.subject), plain(values.reference)];
  const setting =
    byValues.get(`${own ?? ""}\n${other ?? ""}`) ??
    parts.find((part) => own?.includes(part.subject) && own.replaceAll(part.subject, part.reference) === other) ??
    alone.find((one) => (one.reference === "" ? one.subject === own : one.reference === other));
  if (setting !== undefined) return { from: "configuration", key: setting.key };
  return (subject ?? reference)?.role === "evidence" ? undefined : { from: "program" };
}

function plain(value: Value | undefined): string | undefined {
  return isScalar(value) ? String(value) : undefined;
}

function isScalar(value: Value | undefined): value is Scalar {
  return value !== undefined && (value === null || typeof value !== "object");
}

function isTelling({ subject, reference }: Setting): boolean {
  return subject.length >= SHORTEST_PART && reference.length >= SHORTEST_PART;
}

/** A switch says too little to be found again by its value. */
function isOneSided({ subject, reference }: Setting): boolean {
  return (subject === "") !== (reference === "") && !/^(?:true|false)$/.test(subject + reference);
}

function configurationOf({ resources }: Stack): ValueMap {
  return resources.find(({ type }) => type === CONFIGURATION_TYPE)?.inputs ?? {};
}

function differingSettings(own: ValueMap, other: ValueMap): readonly Setting[] {
  return Object.keys({ ...own, ...other }).flatMap((key) => settingsAt(key, key, own[key], other[key]));
}

function settingsAt(key: string, path: string, own: Value | undefined, other: Value | undefined): readonly Setting[] {
  if (isMap(own) && isMap(other))
    return Object.keys({ ...own, ...other }).flatMap((step) =>
      settingsAt(key, appendStep(path, step), own[step], other[step]),
    );
  const [subject, reference] = [plain(own), plain(other)];
  if (subject === reference || (subject ?? reference) === undefined) return [];
  return [{ key: path, subject: subject ?? "", reference: reference ?? "" }];
}
