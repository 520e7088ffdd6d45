import { nameOfPair } from "../model/named-value";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import type { Value, ValueMap } from "../model/value";
import { isList, isMap } from "../model/value";
import { secretTexts, type SecretContent } from "./candidates";
import { withoutMarked, type MarkedProperties } from "./marked";
import { isOpenReference, isSecretName } from "./names";
import { looksDrawn } from "./random";
import { createRedactor, mapShared, SECRET_MARK, type Redactor } from "./redactor";

/**
 * The stack without what `contents` told to be secret, what its provider's schema or its name calls a secret, and what
 * looks like one.
 */
export function redactStack(given: Stack, contents: readonly SecretContent[], marked: MarkedProperties = NONE): Stack {
  const told: SecretContent[] = [];
  const resources = given.resources.map((resource) => withoutMarked(resource, marked, (secret) => told.push(secret)));
  const stack = told.length === 0 ? given : { ...given, resources };
  const secrets = [...contents, ...told, ...namedSecrets(stack)];
  return conceal(stack, secrets.length === 0 ? new Set() : secretTexts(secrets, openWords(stack)));
}

const NONE: MarkedProperties = () => [];

/** A stack that was redacted before, without what has been told to be secret since; the same where that is nothing. */
export function concealIn(stack: Stack, contents: readonly SecretContent[]): Stack {
  const texts = contents.length === 0 ? new Set<string>() : secretTexts(contents, openWords(stack));
  return texts.size === 0 ? stack : conceal(stack, texts);
}

function conceal(stack: Stack, texts: ReadonlySet<string>): Stack {
  const redactor = createRedactor(texts);
  const urn = urnRedactor(redactor);
  const redacted = (resources: readonly Resource[]) =>
    resources.map((resource) => redactResource(resource, redactor, urn));
  return { ...stack, resources: redacted(stack.resources), ...(stack.reads && { reads: redacted(stack.reads) }) };
}

/** A resource's URN stands again wherever another one names it. */
function urnRedactor({ text }: Redactor): (urn: string) => string {
  const known = new Map<string, string>();
  return (urn) => {
    let redacted = known.get(urn);
    if (redacted === undefined) known.set(urn, (redacted = text(urn)));
    return redacted;
  };
}

function redactResource(resource: Resource, redactor: Redactor, urn: (urn: string) => string): Resource {
  const { text } = redactor;
  return {
    ...resource,
    urn: urn(resource.urn),
    name: text(resource.name),
    id: resource.id && text(resource.id),
    parent: resource.parent && urn(resource.parent),
    provider: resource.provider && urn(resource.provider),
    inputs: redactor.map(resource.inputs),
    outputs: redactor.map(resource.outputs),
    dependencies: mapShared(resource.dependencies, urn),
    propertyDependencies: redactDependencies(resource.propertyDependencies, urn),
    aliases: mapShared(resource.aliases, text),
    tags: redactTags(resource.tags, text),
  };
}

function redactDependencies(
  dependencies: Resource["propertyDependencies"],
  urn: (urn: string) => string,
): Resource["propertyDependencies"] {
  const redacted = new Map<string, readonly string[]>();
  let same = true;
  for (const [property, urns] of dependencies) {
    const kept = mapShared(urns, urn);
    redacted.set(property, kept);
    same &&= kept === urns;
  }
  return same ? dependencies : redacted;
}

function redactTags(tags: Resource["tags"], text: (given: string) => string): Resource["tags"] {
  const redacted: Record<string, string> = {};
  Object.setPrototypeOf(redacted, null);
  for (const key of Object.keys(tags)) redacted[text(key)] = isSecretName(key) ? SECRET_MARK : text(tags[key] ?? "");
  return redacted;
}

/** Words that the stack is made of: concealing one of them would change what every resource is. */
function openWords(stack: Stack): ReadonlySet<string> {
  const words = new Set([stack.name, stack.project].map((word) => word.toLowerCase()));
  for (const { name } of stack.resources) words.add(name.toLowerCase());
  for (const type of new Set(stack.resources.map((resource) => resource.type)))
    for (const part of type.split(/[:/]/)) words.add(part.toLowerCase());
  return words;
}

/** Texts that stand openly under a secret's name, or look like one: they may stand elsewhere, too. */
function namedSecrets(stack: Stack): readonly SecretContent[] {
  const found: SecretContent[] = [];
  const visit = (value: Value | undefined, name: string | undefined): void => {
    if (typeof value === "string") {
      const isNamed = name !== undefined && isSecretName(name) && !isOpenReference(value);
      if (isNamed || looksDrawn(value, name)) found.push({ content: [value], property: undefined });
    } else if (isList(value)) for (const element of value) visit(element, name);
    else if (isMap(value)) visitMap(value);
  };
  const visitMap = (map: ValueMap): void => {
    for (const key of Object.keys(map)) visit(map[key], key === "value" ? (nameOfPair(map) ?? key) : key);
  };
  for (const { inputs, outputs } of [...stack.resources, ...(stack.reads ?? [])]) {
    visitMap(inputs);
    visitMap(outputs);
  }
  return found;
}
