const URL =
  /^(?:jdbc:)?([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:,[\]]*|\[[^\]]*\])(?::(\d{1,5}))?(\/[^?#]*)?(?:[?#].*)?$/is;
/** A short number behind a single word counts something: `orders:12`. */
const HOST_AND_PORT = /^(?:[^/@\s]*@)?(?:(?:[\w-]+\.)+[\w-]+:(\d{2,5})|[\w-]+:(\d{4,5}))(?![\w:.])/;
/** `v1`, `v2.0`, `v1beta1`: which interface is spoken. */
const INTERFACE = /^v\d+(?:[._]\d+)?(?:(?:alpha|beta|rc|preview)\d*)?$/i;
const LONGEST = 2048;

const USUAL_PORTS: Readonly<Record<string, string>> = {
  http: "80",
  ws: "80",
  https: "443",
  wss: "443",
  postgres: "5432",
  mysql: "3306",
  redis: "6379",
  rediss: "6379",
  amqp: "5672",
  amqps: "5671",
  mqtt: "1883",
  mqtts: "8883",
  ldap: "389",
  ldaps: "636",
  ftp: "21",
  sftp: "22",
};
const OTHERWISE_CALLED: Readonly<Record<string, string>> = { postgresql: "postgres" };

/**
 * Whether two addresses, whatever hosts they name, are spoken to in different ways: by another protocol, at another port
 * or through another version of an interface. False where either is no address.
 */
export function spokenToOtherwise(subject: string, reference: string): boolean {
  const [own, other] = [mannerOf(subject), mannerOf(reference)];
  return own !== undefined && other !== undefined && own !== other;
}

const WHOLE_ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|arn:[\w-]+:[\w-]+:\S+|[^\s@:/]+@[^\s@:/]+\.[a-z]{2,})$/i;
/** What may be the name of anything, and no address in other words. */
const PLAIN_WORD = /^(?![0-9a-f-]{16,}$)[\w-]{1,64}$/i;

/** Whether one of two texts is a URL, ARN or e-mail address, and the other one not even a part of any. */
export function onlyOneIsAddress(subject: string, reference: string): boolean {
  const isPlain = (text: string, other: string) =>
    PLAIN_WORD.test(text) && WHOLE_ADDRESS.test(other) && !other.toLowerCase().includes(text.toLowerCase());
  return isPlain(subject, reference) || isPlain(reference, subject);
}

/** Words, and no identifiers or credentials, as which a path may hold anything. */
const PATH_OF_WORDS = /^(?:\/(?:v\d{1,2}|[a-z]{3,}(?:[-_][a-z]{2,})*))+\/?$/;

/** The path, of words alone, below one host that both texts name; undefined where they are no such addresses. */
export function pathsAtOneHost(subject: string, reference: string): readonly [own: string, other: string] | undefined {
  if (Math.max(subject.length, reference.length) > LONGEST) return undefined;
  const [own, other] = [URL.exec(subject), URL.exec(reference)];
  const [path, pathThere] = [own?.[4] ?? "", other?.[4] ?? ""];
  const comparable = own !== null && other !== null && own[2] !== "" && own[2] === other[2];
  return comparable && PATH_OF_WORDS.test(path) && PATH_OF_WORDS.test(pathThere) ? [path, pathThere] : undefined;
}

const OBJECT = /^(?:s3|gs|abfss?|wasbs?):\/\/[^/]+\/(.+)$/;

/** What an address of stored data asks for, whatever the store is called: `models/2026-02-18.tar.gz`. */
export function storedKey(text: string): string | undefined {
  return text.length > LONGEST ? undefined : OBJECT.exec(text)?.[1];
}

/** `https 443 v2`; undefined of what is no address. */
function mannerOf(text: string): string | undefined {
  if (text.length > LONGEST || !text.includes(":")) return undefined;
  const [, long, short] = HOST_AND_PORT.exec(text) ?? [];
  const port = long ?? short;
  if (port !== undefined) return `port ${port}`;
  const [, scheme = "", , given, path = ""] = URL.exec(text) ?? [];
  if (scheme === "") return undefined;
  const lower = scheme.toLowerCase();
  const protocol = OTHERWISE_CALLED[lower] ?? lower;
  const versions = path.split("/").filter((step) => INTERFACE.test(step));
  return [protocol, given ?? USUAL_PORTS[protocol] ?? "", ...versions].join(" ").toLowerCase();
}
