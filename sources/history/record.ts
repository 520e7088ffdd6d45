import type { Update } from "../../core/history";
import type { ProgramFacts } from "../../core/model/stack";
import { isRawMap, member, type Raw, type RawMap } from "../state/shape";

/** What one record of a history says; undefined where it is none. */
export interface HistoryRecord {
  readonly update: Update;
  readonly succeeded: boolean;
  /** What it says of the program that was deployed. */
  readonly program: ProgramFacts;
  readonly raw: RawMap;
}

/**
 * Reads a record as DIY backends write it (`*.history.json`), or as `pulumi stack history --json` prints it. `id` names
 * the update, `endedAt` stands in where the record does not say when it ended.
 */
export function readRecord(raw: Raw, id: string, endedAt: number): HistoryRecord | undefined {
  if (!isRawMap(raw)) return undefined;
  const environment = member(raw, "environment");
  const facts = isRawMap(environment) ? environment : {};
  const update: Update = {
    id,
    kind: text(raw, "kind") ?? "update",
    endedAt: timeOf(member(raw, "endTime")) ?? endedAt,
    message: oneLine(text(raw, "message")),
    commit: text(facts, "git.head"),
    dirty: text(facts, "git.dirty") === "true",
    author: authorOf(facts),
    link: text(facts, "ci.build.url"),
    changes: changesOf(member(raw, "resourceChanges")),
  };
  return { update, succeeded: text(raw, "result") === "succeeded", program: programOf(update, facts), raw };
}

function programOf({ commit, dirty, author }: Update, facts: RawMap): ProgramFacts {
  const [host, owner, name] = ["vcs.kind", "vcs.owner", "vcs.repo"].map((key) => text(facts, key));
  const isKnown = host !== undefined && owner !== undefined && name !== undefined;
  return {
    ...(commit !== undefined && { commit, dirty }),
    ...(author !== undefined && { author }),
    ...(isKnown && { repository: `https://${host}/${owner}/${name}` }),
  };
}

function text(map: RawMap, key: string): string | undefined {
  const value = member(map, key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function oneLine(message: string | undefined): string | undefined {
  return message?.split(/\r?\n/, 1)[0]?.trim();
}

function authorOf(facts: RawMap): string | undefined {
  const [name, email] = [text(facts, "git.author"), text(facts, "git.author.email")];
  if (name === undefined || email === undefined) return name ?? email;
  return `${name} <${email}>`;
}

/** DIY backends write seconds since 1970, the CLI prints ISO 8601. */
function timeOf(raw: Raw): number | undefined {
  const time = typeof raw === "number" ? raw * 1000 : typeof raw === "string" ? Date.parse(raw) : NaN;
  return Number.isFinite(time) && time > 0 ? time : undefined;
}

function changesOf(raw: Raw): number | undefined {
  if (!isRawMap(raw)) return undefined;
  return Object.entries(raw).reduce((sum, [step, count]) => (step === "same" ? sum : sum + Number(count)), 0);
}
