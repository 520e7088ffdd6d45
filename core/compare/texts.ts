import { marksOf } from "../symbolise/canonical";
import type { Sides } from "../model/comparison";
import type { Mention } from "../symbolise/reading";
import { calledAlike } from "./called-alike";
import type { Context } from "./context";
import { sameWithEnvironmentLeftOut, sameWithEnvironmentReplaced } from "./glued";
import { sameWordByWord } from "./word-by-word";

type TextContext = Pick<Context, "symbolised" | "labels" | "texts">;

/** Whether two texts mean the same: the same words, the same references, the same name of each one's own environment. */
export function sameText(subject: string, reference: string, context: TextContext): boolean {
  if (subject === reference || sameNames(subject, reference, context)) return true;
  const { texts } = context;
  return (
    texts.subject.text(subject) === texts.reference.text(reference) ||
    sameMentions(subject, reference, context) ||
    sameElsewhere(subject, reference, context) ||
    calledAlike(subject, reference, context) ||
    bothCertificates(subject, reference) ||
    bothMoments(subject, reference) ||
    sameSecretArn(subject, reference, context) ||
    sameButForGluedNames(subject, reference, context)
  );
}

/** Whether both write the same, whatever environment they name in it, each of its own account and regions. */
function sameElsewhere(subject: string, reference: string, { symbolised }: TextContext): boolean {
  return symbolised.subject.vocabulary.unplace(subject) === symbolised.reference.vocabulary.unplace(reference);
}

/** As they are written, or with their accounts and references taken out: `…:111111111111:appstage` has both. */
function sameButForGluedNames(subject: string, reference: string, { symbolised, texts }: TextContext): boolean {
  const spellings = spellingsOf(symbolised);
  return (
    sameElsewhereByWords(subject, reference, symbolised) ||
    sameWithEnvironmentReplaced(subject, reference, spellings) ||
    sameWithEnvironmentLeftOut(subject, reference, spellings) ||
    sameWithEnvironmentReplaced(texts.subject.text(subject), texts.reference.text(reference), spellings)
  );
}

/** Word by word, each in its own account and regions. */
function sameElsewhereByWords(subject: string, reference: string, symbolised: TextContext["symbolised"]): boolean {
  const [own, other] = [symbolised.subject.vocabulary, symbolised.reference.vocabulary];
  return sameWordByWord(own.unplace(subject), other.unplace(reference), spellingsOf(symbolised));
}

/** How either side writes its environment. */
export function spellingsOf({ subject, reference }: TextContext["symbolised"]): Sides<readonly string[]> {
  return {
    subject: subject.vocabulary.environment.spellings,
    reference: reference.vocabulary.environment.spellings,
  };
}

/** Whether two texts are the same once each one's own environment, account and regions are taken out. */
export function sameNames(subject: string, reference: string, { texts }: Pick<Context, "texts">): boolean {
  return texts.subject.named(subject) === texts.reference.named(reference);
}

/** A mention may be of any of several resources that cannot be told apart: they agree if they have one in common. */
function sameMentions(subject: string, reference: string, { symbolised, labels }: TextContext): boolean {
  const own = symbolised.subject.read(subject);
  const other = symbolised.reference.read(reference);
  return (
    own.length === other.length &&
    own.every((part, at) => {
      const counterpart = other[at];
      if (counterpart === undefined || typeof part === "string" || typeof counterpart === "string")
        return (
          typeof part === "string" &&
          typeof counterpart === "string" &&
          (symbolised.subject.vocabulary.settle(part) === symbolised.reference.vocabulary.settle(counterpart) ||
            sameElsewhereByWords(part, counterpart, symbolised))
        );
      return intersect(part, counterpart, labels);
    })
  );
}

function intersect(subject: Mention, reference: Mention, labels: TextContext["labels"]): boolean {
  const marks = new Set(marksOf(subject, labels.subject));
  return marksOf(reference, labels.reference).some((mark) => marks.has(mark));
}

const CERTIFICATE = /^\s*-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----|^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) AAAA/;

/** Two certificates or public keys identify their owner; what they say is not to be compared. */
function bothCertificates(subject: string, reference: string): boolean {
  return CERTIFICATE.test(subject) && CERTIFICATE.test(reference);
}

const SECRET_ARN = /^(arn:aws[\w-]*:secretsmanager:[^:]*:\d*:secret:[^:]+)-[A-Za-z0-9]{6}(?=$|:)/;

/** Secrets Manager ends the ARN of every secret with six characters of its own choice. */
function sameSecretArn(subject: string, reference: string, context: TextContext): boolean {
  if (!SECRET_ARN.test(subject) || !SECRET_ARN.test(reference)) return false;
  return sameText(subject.replace(SECRET_ARN, "$1"), reference.replace(SECRET_ARN, "$1"), context);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;

/** Two moments in time: each deployment has its own. */
function bothMoments(subject: string, reference: string): boolean {
  return MOMENT.test(subject) && MOMENT.test(reference);
}
