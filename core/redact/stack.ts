import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { remembering } from "../remembering";
import { secretTexts, type SecretContent } from "./candidates";
import { withoutMarked, type MarkedProperties } from "./marked";
import { inspect } from "./inspect";
import { isSecretName } from "./names";
import { createRedactors, mapShared, SECRET_MARK, type Redactor } from "./redactor";

/**
 * The stack without what `contents` told to be secret, what its provider's schema or its name calls a secret, and what
 * looks like one.
 */
export function redactStack(given: Stack, contents: readonly SecretContent[], marked: MarkedProperties = NONE): Stack {
  const told: SecretContent[] = [];
  const resources = given.resources.map((resource) => withoutMarked(resource, marked, (secret) => told.push(secret)));
  const stack = told.length === 0 ? given : { ...given, resources };
  const { secrets: found, suspicious } = inspect(stack);
  const secrets = [...contents, ...told, ...found];
  const texts = secrets.length === 0 ? NO_TEXTS : secretTexts(secrets, openWords(stack));
  return conceal(stack, texts, (resource) => suspicious.has(resource));
}

const NONE: MarkedProperties = () => [];
const NO_TEXTS: ReadonlySet<string> = new Set();

/** A stack that was redacted before, without what has been told to be secret since; the same where that is nothing. */
export function concealIn(stack: Stack, contents: readonly SecretContent[]): Stack {
  const texts = contents.length === 0 ? NO_TEXTS : secretTexts(contents, openWords(stack));
  return texts.size === 0 ? stack : conceal(stack, texts, () => true);
}

/** What is not suspicious is only searched for the texts that are known to be secret. */
function conceal(stack: Stack, texts: ReadonlySet<string>, isSuspicious: (resource: Resource) => boolean): Stack {
  const { thorough, quick } = createRedactors(texts);
  // A resource's URN stands again wherever another one names it.
  const urn = remembering(thorough.text);
  const redact = (resource: Resource): Resource => {
    if (isSuspicious(resource)) return redactResource(resource, thorough, urn);
    return texts.size === 0 ? resource : redactResource(resource, quick, urn);
  };
  return { ...stack, resources: stack.resources.map(redact), ...(stack.reads && { reads: stack.reads.map(redact) }) };
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
    ...(resource.defaults && { defaults: new Set([...resource.defaults].map(text)) }),
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

/** Names of so many resources tell a word to everybody: the product's own, which is also what its database is called. */
const OFTEN = 3;

/** Words that the stack is made of: concealing one of them would change what every resource is. */
function openWords(stack: Stack): ReadonlySet<string> {
  const words = new Set([stack.name, stack.project].map((word) => word.toLowerCase()));
  const used = new Map<string, number>();
  for (const { name } of stack.resources) {
    words.add(name.toLowerCase());
    for (const [word] of name.toLowerCase().matchAll(/[a-z]+/g)) used.set(word, (used.get(word) ?? 0) + 1);
  }
  for (const [word, times] of used) if (times >= OFTEN) words.add(word);
  for (const type of new Set(stack.resources.map((resource) => resource.type)))
    for (const part of type.split(/[:/]/)) words.add(part.toLowerCase());
  return words;
}
