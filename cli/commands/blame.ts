import { blame, maxAgeOf, reportedUpdate, type Blamed, type Moment } from "../../core/history";
import { ReadError } from "../../core/errors";
import type { ReportedDivergence } from "../../core/report/types";
import { progressOn } from "../audit/progress";
import { oneOf, TEXT_FORMATS } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";
import type { BlamedDivergence, BlameReport } from "../history/blame-report";
import { blameTable } from "../history/blame-table";
import { momentOfLastChange } from "../../policies/past/last-change";
import { idsAt } from "../../policies/past/lasting";
import { openPast, type Past } from "../../policies/past/past";
import { HISTORY_OPTIONS, historyRequest } from "../history/request";

/** Which update, commit and author began each divergence, and how long it has lasted. */
export const blameCommand: CommandDefinition = {
  name: "blame",
  arguments: [{ syntax: "[ids...]", description: "only these divergences, by their fingerprint; without: all" }],
  options: [
    ...HISTORY_OPTIONS,
    { flags: "--only <policy>", description: "only this policy (repeatable)", repeatable: true },
    { flags: "--all", description: "also what a tolerance or waiver allows" },
    { flags: "--format <name>", description: "terminal or json", default: "terminal" },
  ],
  examples: ["parity blame --subject staging", "parity blame 3f2a9c01d4e7 --subject shop/staging --format json"],
  run: runBlame,
};

async function runBlame(context: Context, input: Input): Promise<number> {
  const format = oneOf(input.text("format") ?? "terminal", TEXT_FORMATS, "--format");
  const past = await openPast(await historyRequest(context, input), context);
  const report = await blameAll(past, input, context);
  context.stdout.write(format === "json" ? `${JSON.stringify(report, null, 2)}\n` : blameTable(report, context.stdout));
  return report.divergences.some(({ began }) => began?.overdue === true) ? 1 : 0;
}

async function blameAll(past: Past, input: Input, { stderr, now }: Context): Promise<BlameReport> {
  const newest = past.moments.at(-1);
  if (newest === undefined) throw new ReadError("there was no moment at which both stacks existed: nobody to blame");
  const present = (await past.report(newest)).divergences.filter((one) => isWanted(one, input));
  const progress = progressOn(stderr, "moments compared");
  const found = await search(past, newest, present, () => progress.step());
  progress.end();
  const { subject, reference } = past.names;
  return {
    ...{ schema: "parity-blame/1", generatedAt: now.toISOString(), subject, reference },
    moments: past.moments.length,
    statesRead: past.statesRead(),
    divergences: present.map((one) => blamedDivergence(one, found.get(one.id), past, now)),
    notes: past.notes,
  };
}

function isWanted({ id, policy, verdict }: ReportedDivergence, input: Input): boolean {
  const [ids, only] = [input.arguments, input.list("only")];
  if (ids.length > 0) return ids.includes(id);
  if (only.length > 0 && !only.includes(policy)) return false;
  return input.flag("all") || (verdict !== "within" && verdict !== "waived");
}

async function search(
  past: Past,
  newest: Moment,
  present: readonly ReportedDivergence[],
  onMoment: () => void,
): Promise<ReadonlyMap<string, Blamed>> {
  const [subject, reference] = await Promise.all([past.state(newest, "subject"), past.state(newest, "reference")]);
  const hints = momentOfLastChange({ subject, reference }, past.moments);
  return blame({
    moments: past.moments.length,
    divergences: present.map((one) => ({ id: one.id, hint: hints(one) })),
    idsAt: (moment) => {
      onMoment();
      return idsAt(past, moment);
    },
  });
}

const DAY_MS = 86_400_000;

function blamedDivergence(
  one: ReportedDivergence,
  blamed: Blamed | undefined,
  { moments, pair }: Past,
  now: Date,
): BlamedDivergence {
  const { id, policy, kind, type, subject, reference, property, key, values, verdict, message } = one;
  const moment = blamed === undefined ? undefined : moments[blamed.moment];
  const fields = { id, policy, kind, type, subject, reference, property, key, values, verdict, message };
  if (blamed === undefined || moment === undefined) return fields;
  const days = Math.max(0, Math.floor((now.getTime() - moment.at) / DAY_MS));
  const limit = maxAgeOf(pair.maxAgeDays, policy);
  const { atStart, cameBack, unreadable, unconfirmed } = blamed;
  return {
    ...fields,
    began: {
      at: new Date(moment.at).toISOString(),
      side: moment.side,
      update: reportedUpdate(moment),
      days,
      ...(limit !== undefined && days > limit && { overdue: true as const }),
      ...{ atStart, cameBack, unreadable, unconfirmed },
    },
  };
}
