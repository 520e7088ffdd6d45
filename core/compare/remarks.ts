import type { Stack } from "../model/stack";

/** What the reader of a report should know besides its differences. */
export function remarksOn(subject: Stack, reference: Stack): readonly string[] {
  return [untargeted(subject), ...[subject, reference].map(duplicates)].flat();
}

function untargeted({ resources }: Stack): readonly string[] {
  const count = resources.filter((resource) => resource.untargeted).length;
  return count === 0
    ? []
    : [`${count} resources are not targeted by this preview: present, their properties not judged`];
}

function duplicates({ name, resources }: Stack): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { urn } of resources) (seen.has(urn) ? twice : seen).add(urn);
  return [...twice].map((urn) => `${name} holds ${urn} more than once`);
}
