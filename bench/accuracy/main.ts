import { createCatalogue } from "../../catalogue";
import { deployedPairs, hasData, readPair } from "../../test/accuracy/data";
import { compareBare, compareWorld, stacksOf } from "../../test/accuracy/measure";
import { type InjectionTrial, PERTURBATIONS, tryAlignment, tryBeside, tryInjections } from "../../test/accuracy/trials";
import { judgeTruth, readTruths } from "../../test/accuracy/truth";
import { WORLDS, worldsToChange } from "../../test/accuracy/worlds";
import type { Sample } from "../../test/catalogue/labels";
import { readLabels, SAMPLES } from "../../test/catalogue/labels";
import { LABELLED_PAIRS, readLabelledPairs, seeLeaves } from "../../test/evidence/labelled-pairs";
import { catalogueAccuracy } from "./catalogue";
import { classificationCosts } from "./classification";

const SEEDS = [1, 2, 3];
const EACH = 6;
const EACH_OF_WORLD = 1;

const catalogue = createCatalogue();

function main(): void {
  const samples = [...SAMPLES.map(catalogueTable), configurationTable(), classificationTable()];
  const blocks = [...samples, worldTable(), worldInjectionTable()];
  process.stdout.write(`${blocks.join("\n\n")}\n\n`);
  if (!hasData()) {
    process.stdout.write("accuracy: ../shared/data is not there, nothing more was measured\n");
    return;
  }
  const tables = [truthTable(), injectionTable(), alignmentTable()];
  process.stdout.write(`${tables.join("\n\n")}\n`);
}

function catalogueTable(sample: Sample): string {
  const rows = catalogueAccuracy(readLabels(sample)).map((row) => [
    row.policy,
    row.labels,
    ...[row.policyAccuracy, row.noiseAccuracy, row.kindAccuracy].map((share) => share.toFixed(3)),
  ]);
  return table([`catalogue, ${sample}`, "labels", "policy", "noise", "value class"], rows);
}

function configurationTable(): string {
  const seen = LABELLED_PAIRS.flatMap(readLabelledPairs).flatMap(seeLeaves);
  const kinds = [...new Set(seen.map(({ label }) => label.truth[0] ?? ""))].sort();
  const rows = kinds.map((kind) => {
    const asked = seen.filter(({ label }) => label.truth[0] === kind);
    return [
      kind === "=" ? "equal" : kind,
      asked.length,
      share(asked.filter(({ right }) => right).length, asked.length),
    ];
  });
  return table(["configuration leaves", "labels", "right"], rows);
}

function classificationTable(): string {
  const rows = classificationCosts().map(({ what, properties, aResource, aProperty }) => [
    what,
    properties,
    ...[aResource, aProperty].map((microseconds) => `${microseconds.toFixed(2)} µs`),
  ]);
  return table(["classification of a resource, median", "properties", "a resource", "a property"], rows);
}

function worldTable(): string {
  const rows = WORLDS.map((world) => {
    const { right, missed, falseAlarms } = judgeTruth(world, compareWorld(world, catalogue).divergences);
    return [world.name, right, missed.length, falseAlarms.length];
  });
  return table(["program, run for two stacks", "right", "missed", "false alarms"], rows);
}

function truthTable(): string {
  const rows = readTruths().map((truth) => {
    const { subject, reference } = readPair(truth.pair);
    const { divergences } = compareBare(subject, reference, catalogue, { subject: "staging", reference: "production" });
    const { right, missed, falseAlarms } = judgeTruth(truth, divergences);
    return [truth.pair, right, missed.length, falseAlarms.length];
  });
  return table(["recorded pair", "right", "missed", "false alarms"], rows);
}

function injectionTable(): string {
  const again = SEEDS.flatMap((seed) =>
    deployedPairs().flatMap((pair) => tryInjections(readPair(pair).subject, catalogue, seed, EACH)),
  );
  return injections("injected change", again);
}

function worldInjectionTable(): string {
  const beside = SEEDS.flatMap((seed) =>
    worldsToChange().flatMap((world) => tryBeside(stacksOf(world), catalogue, seed, EACH_OF_WORLD)),
  );
  return injections("injected beside other changes", beside);
}

function injections(title: string, trials: readonly InjectionTrial[]): string {
  const changes = [...new Set(trials.map(({ change }) => change))].sort();
  const rows = changes.map((change) =>
    injectionRow(
      change,
      trials.filter((trial) => trial.change === change),
    ),
  );
  return table([title, "trials", "recall", "precision"], [...rows, injectionRow("all", trials)]);
}

function injectionRow(change: string, trials: readonly InjectionTrial[]): readonly (string | number)[] {
  const found = trials.filter((trial) => trial.found).length;
  const said = found + trials.reduce((sum, trial) => sum + trial.falseAlarms, 0);
  return [change, trials.length, share(found, trials.length), share(found, said)];
}

function alignmentTable(): string {
  const rows = Object.entries(PERTURBATIONS).map(([name, perturb]) => {
    const trials = SEEDS.flatMap((seed) =>
      deployedPairs().map((pair) => tryAlignment(readPair(pair).subject, catalogue, perturb, seed)),
    );
    const [right, all] = [sum(trials.map((trial) => trial.right)), sum(trials.map((trial) => trial.all))];
    return [name, all, share(right, all)];
  });
  return table(["alignment", "resources", "right"], rows);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : (part / whole).toFixed(4);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
    )
    .join("\n");
}

main();
