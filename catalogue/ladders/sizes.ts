import type { SizeFacts } from "../../core/model/catalogue";
import { awsInstanceSize } from "./aws-instances";
import { azureMachine, digitalOceanMachine, gcpMachine } from "./cloud-machines";
import { namedSize } from "./named-sizes";

const readers = [namedSize, awsInstanceSize, gcpMachine, azureMachine, digitalOceanMachine];
const known = new Map<string, SizeFacts | undefined>();

/** What an instance type, node class or plan says of itself; undefined where it is none that is known. */
export function sizeFacts(value: string): SizeFacts | undefined {
  if (!known.has(value)) known.set(value, firstReading(value));
  return known.get(value);
}

function firstReading(value: string): SizeFacts | undefined {
  for (const read of readers) {
    const facts = read(value);
    if (facts !== undefined) return facts;
  }
  return undefined;
}
