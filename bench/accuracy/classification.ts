import { createCatalogue } from "../../catalogue";
import type { Value } from "../../core/model/value";
import { placesIn } from "../../test/accuracy/leaves";
import { stacksOf } from "../../test/accuracy/measure";
import { WORLDS } from "../../test/accuracy/worlds";
import { median } from "../measure/statistics";

/** What it costs to classify all properties of one resource, nested ones included, in microseconds. */
export interface ClassificationCost {
  readonly what: string;
  readonly properties: number;
  /** Medians over all resources. */
  readonly aResource: number;
  readonly aProperty: number;
}

const ROUNDS = 20;
const MICROSECONDS = 1e3;

interface Question {
  readonly type: string;
  readonly places: readonly { readonly path: readonly (string | number)[]; readonly value: Value }[];
}

/** Of every resource of the programs: when its type is first met, and when the answers are remembered. */
export function classificationCosts(): readonly ClassificationCost[] {
  const questions = WORLDS.flatMap((world) => stacksOf(world).subject.resources)
    .filter(({ role }) => role === "custom")
    .map((resource): Question => ({
      type: resource.type,
      places: placesIn(resource).map(({ asked, value }) => ({ path: asked, value })),
    }))
    .filter(({ places }) => places.length > 0);
  // A rule of one's own makes a catalogue that remembers nothing yet.
  const catalogue = createCatalogue([{ on: "bench:none:None", property: "none", noise: true }]);
  const property: Ask = (type, { path }) => void catalogue.property(type, path);
  const classify: Ask = (type, { path, value }) => void catalogue.classify(type, path, value, value);
  const first = questions.map((question) => [question, time(question, property)] as const);
  const repeated = (ask: Ask) => questions.map((question) => [question, again(question, ask)] as const);
  return [
    cost("met for the first time", first),
    cost("remembered by type and path", repeated(property)),
    cost("remembered, and both values read", repeated(classify)),
  ];
}

type Ask = (type: string, place: Question["places"][number]) => void;

function again(question: Question, ask: Ask): number {
  return median(Array.from({ length: ROUNDS }, () => time(question, ask)));
}

function time({ type, places }: Question, ask: Ask): number {
  const start = process.hrtime.bigint();
  for (const place of places) ask(type, place);
  return Number(process.hrtime.bigint() - start) / MICROSECONDS;
}

function cost(what: string, timed: readonly (readonly [Question, number])[]): ClassificationCost {
  return {
    what,
    properties: timed.reduce((sum, [{ places }]) => sum + places.length, 0),
    aResource: median(timed.map(([, microseconds]) => microseconds)),
    aProperty: median(timed.map(([{ places }, microseconds]) => microseconds / places.length)),
  };
}
