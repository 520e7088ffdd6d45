import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import type { Value, ValueMap } from "../model/value";
import { isList, isMap } from "../model/value";
import { secretTexts, type SecretContent } from "./candidates";
import { withoutMarked, type MarkedProperties } from "./marked";
import { isOpenReference, isSecretName } from "./names";
import { createRedactor, SECRET_MARK, type Redactor } from "./redactor";

/**
 * The stack without what `contents` told to be secret, what its provider's schema or its name calls a secret, and what
 * looks like one.
 */
export function redactStack(given: Stack, contents: readonly SecretContent[], marked: MarkedProperties = NONE): Stack {
  const told: SecretContent[] = [];
  const resources = given.resources.map((resource) => withoutMarked(resource, marked, (secret) => told.push(secret)));
  const stack = told.length === 0 ? given : { ...given, resources };
  return conceal(stack, secretTexts([...contents, ...told, ...namedSecrets(stack)], openWords(stack)));
}

const NONE: MarkedProperties = () => [];

/** A stack that was redacted before, without what has been told to be secret since; the same where that is nothing. */
export function concealIn(stack: Stack, contents: readonly SecretContent[]): Stack {
  const texts = contents.length === 0 ? new Set<string>() : secretTexts(contents, openWords(stack));
  return texts.size === 0 ? stack : conceal(stack, texts);
}

function conceal(stack: Stack, texts: ReadonlySet<string>): Stack {
  const redactor = createRedactor(texts);
  const redacted = (resources: readonly Resource[]) => resources.map((resource) => redactResource(resource, redactor));
  return { ...stack, resources: redacted(stack.resources), ...(stack.reads && { reads: redacted(stack.reads) }) };
}

function redactResource(resource: Resource, redactor: Redactor): Resource {
  const text = (given: string) => redactor.text(given);
  const optional = (given: string | undefined) => given && text(given);
  return {
    ...resource,
    urn: text(resource.urn),
    name: text(resource.name),
    id: optional(resource.id),
    parent: optional(resource.parent),
    provider: optional(resource.provider),
    inputs: redactor.map(resource.inputs),
    outputs: redactor.map(resource.outputs),
    dependencies: resource.dependencies.map(text),
    propertyDependencies: new Map(
      [...resource.propertyDependencies].map(([property, urns]) => [property, urns.map(text)]),
    ),
    aliases: resource.aliases.map(text),
    tags: redactTags(resource.tags, text),
  };
}

function redactTags(tags: Resource["tags"], text: (given: string) => string): Resource["tags"] {
  const redacted: Record<string, string> = {};
  Object.setPrototypeOf(redacted, null);
  for (const [key, value] of Object.entries(tags)) redacted[text(key)] = isSecretName(key) ? SECRET_MARK : text(value);
  return redacted;
}

/** Words that the stack is made of: concealing one of them would change what every resource is. */
function openWords(stack: Stack): ReadonlySet<string> {
  const words = new Set([stack.name, stack.project].map((word) => word.toLowerCase()));
  for (const { type, name } of stack.resources)
    for (const part of [name, ...type.split(/[:/]/)]) words.add(part.toLowerCase());
  return words;
}

/** Texts that stand openly under a secret's name: they may stand elsewhere, too. */
function namedSecrets(stack: Stack): readonly SecretContent[] {
  const found: SecretContent[] = [];
  const visit = (value: Value | undefined, name: string | undefined): void => {
    if (typeof value === "string") {
      if (name !== undefined && isSecretName(name) && !isOpenReference(value))
        found.push({ content: [value], property: undefined });
    } else if (isList(value)) for (const element of value) visit(element, name);
    else if (isMap(value)) visitMap(value);
  };
  const visitMap = (map: ValueMap): void => {
    const entry = typeof map.name === "string" ? map.name : map.key;
    for (const key of Object.keys(map)) visit(map[key], key === "value" && typeof entry === "string" ? entry : key);
  };
  for (const { inputs, outputs } of [...stack.resources, ...(stack.reads ?? [])]) {
    visitMap(inputs);
    visitMap(outputs);
  }
  return found;
}
