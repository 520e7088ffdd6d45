import { fargateCpus, fargateMemories } from "./fargate";

const fargateMemory = [...new Set(fargateCpus.flatMap(fargateMemories))].sort((a, b) => a - b);

/** Values that a property can have where no package lists them, by type and property. */
const KNOWN = new Map<string, readonly string[]>([
  ["aws:ecs/taskDefinition:TaskDefinition cpu", fargateCpus.map(String)],
  ["aws:ecs/taskDefinition:TaskDefinition memory", fargateMemory.map(String)],
]);

/** Valid values from small to large; empty where none are known. */
export function knownValues(type: string, property: string): readonly string[] {
  return KNOWN.get(`${type} ${property}`) ?? [];
}
