import type { AbsentGroup, Substitute } from "../../compare/options";
import type { Sides } from "../../model/comparison";
import type { Level } from "../../vocabulary";
import type { Environment, Scoped } from "../entries";
import type { ConfiguredSettings, EnvironmentValues, ParityConfig, StackIdentity } from "../types";
import { memberships } from "./membership";
import { inProject } from "./scope";
import { literalWords } from "./stack-pattern";

/** One side of a pair as parity.yaml knows it; a stack that it does not know is its own environment. */
export interface Side {
  readonly stack: StackIdentity;
  readonly name: string;
  readonly environment: Environment | undefined;
}

/** All that parity.yaml says about comparing and judging these two, subject and reference as the walk takes them. */
export function settingsOf(config: ParityConfig, sides: Sides<Side>, judged: Side): ConfiguredSettings {
  const { project } = judged.stack;
  const { entries, defaults } = config;
  const names = { subject: sides.subject.name, reference: sides.reference.name };
  const here = <T extends object>(all: readonly Scoped<T>[]) => all.filter((entry) => inProject(entry, project));
  const values = (all: readonly Scoped<{ readonly values: EnvironmentValues }>[]) =>
    here(all).flatMap((entry) => bothOf(entry.values, names));
  return {
    compare: {
      environments: { subject: identity(sides.subject), reference: identity(sides.reference) },
      same: values(entries.same),
      different: values(entries.different),
      match: values(entries.match),
      absent: here(entries.absent).flatMap((entry) => absentGroup(entry, names)),
      substitutes: here(entries.substitutes).flatMap((entry) => substitute(entry, names)),
      shareable: here(entries.shared).map(({ value }) => value),
    },
    judge: {
      rules: entries.tolerances.filter(({ select }) => inProject(select, project)),
      waivers: entries.waivers.filter(({ select }) => inProject(select, project)),
      enforce: judged.environment?.enforce ?? defaults.enforce,
      undetermined: judged.environment?.undetermined ?? defaults.undetermined,
      leadDays: judged.environment?.leadDays ?? defaults.leadDays,
      level: levelOf(config, judged.environment),
      project,
      environments: names,
    },
  };
}

export function levelOf({ defaults }: ParityConfig, environment: Environment | undefined): Level {
  return environment?.level ?? defaults.level;
}

function identity({ stack, name, environment }: Side) {
  const words = environment === undefined ? [] : memberships(environment, stack).map(({ pattern }) => pattern);
  const aliases = [...(environment?.aliases ?? []), stack.stack, ...words.flatMap(literalWords)];
  return { environment: name, aliases: [...new Set(aliases)] };
}

function bothOf(values: EnvironmentValues, { subject, reference }: Sides<string>): readonly Sides<string>[] {
  const [ours, theirs] = [values[subject], values[reference]];
  return ours === undefined || theirs === undefined ? [] : [{ subject: ours, reference: theirs }];
}

function absentGroup(
  { name, environment, on, reason }: ParityConfig["entries"]["absent"][number],
  names: Sides<string>,
): readonly AbsentGroup[] {
  if (environment === names.subject) return [{ name, missingIn: "subject", on, reason }];
  if (environment === names.reference) return [{ name, missingIn: "reference", on, reason }];
  return [];
}

function substitute(
  { name, sides, compare, reason }: ParityConfig["entries"]["substitutes"][number],
  names: Sides<string>,
): readonly Substitute[] {
  const [subject, reference] = [sides[names.subject], sides[names.reference]];
  if (subject === undefined || reference === undefined) return [];
  return [{ name, subject, reference, compare, reason }];
}
