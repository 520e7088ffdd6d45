import type { DocumentKind } from "../../core/model/catalogue";
import type { PolicyName, ValueClass } from "../../core/vocabulary";
import { machineImage } from "../ladders/machine-images";
import { sizeFacts } from "../ladders/sizes";

/** What a value says of itself. Without a policy the property's own owner keeps it. */
export interface Reading {
  readonly name: string;
  readonly policy?: PolicyName;
  readonly valueClass: ValueClass;
  readonly secret?: true;
  readonly document?: DocumentKind;
}

interface Reader extends Reading {
  readonly reads: (text: string) => boolean;
}

/** In this order: the first that recognises the text. */
const READERS: readonly Reader[] = [
  {
    name: "switch",
    valueClass: "toggle",
    reads: (text) => /^(?:on|off|yes|no|true|false|enabled|disabled)$/i.test(text),
  },
  {
    name: "credentials",
    valueClass: "secret",
    secret: true,
    reads: (text) => /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i.test(text),
  },
  {
    name: "revision",
    policy: "dependency-parity",
    valueClass: "version",
    reads: (text) => /^arn:[^:]*:(?:lambda|ecs):[^:]*:[^:]*:(?:layer:[\w-]+|task-definition\/[\w-]+):\d+$/.test(text),
  },
  { name: "image", policy: "dependency-parity", valueClass: "image", reads: isImage },
  {
    name: "machine-image",
    policy: "dependency-parity",
    valueClass: "image",
    reads: (text) => /^ami-[0-9a-f]{8,}$/.test(text) || machineImage(text) !== undefined,
  },
  {
    name: "runtime",
    policy: "dependency-parity",
    valueClass: "version",
    reads: (text) => /^(?:nodejs|python|java|dotnet|dotnetcore|ruby|go)\d[\w.]*$/.test(text),
  },
  {
    name: "engine",
    policy: "dependency-parity",
    valueClass: "version",
    reads: (text) =>
      /^(?:postgres|mysql|mariadb|aurora-(?:postgre|my)sql|redis|valkey|memcached|memorydb_redis)\d[\d.x]*$/.test(text),
  },
  {
    name: "version",
    policy: "dependency-parity",
    valueClass: "version",
    reads: (text) => /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(text),
  },
  {
    name: "address-range",
    policy: "network-parity",
    valueClass: "addressRange",
    document: "cidr",
    reads: (text) => /^(?:\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/.test(text),
  },
  {
    name: "schedule",
    valueClass: "schedule",
    reads: (text) => /^(?:cron|rate|at)\(.+\)$/.test(text) || /^(?:[\d*/,-]+\s+){4}[\d*/,A-Za-z-]+$/.test(text),
  },
  {
    name: "duration",
    valueClass: "duration",
    document: "duration",
    reads: (text) => /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d)|P(?=\w)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text),
  },
  {
    name: "quantity",
    policy: "capacity-parity",
    valueClass: "capacity",
    document: "quantity",
    reads: (text) => /^\d+(?:\.\d+)?(?:Ki|Mi|Gi|Ti|GB|MB|GiB|MiB)$/.test(text),
  },
  {
    name: "storage-type",
    policy: "capacity-parity",
    valueClass: "enumeration",
    reads: (text) =>
      /^(?:gp[23]|io[12]|st1|sc1|pd-(?:standard|balanced|ssd|extreme)|hyperdisk-[a-z-]+)$/.test(text) ||
      /^(?:Standard|StandardSSD|Premium|PremiumV2|UltraSSD)_(?:LRS|ZRS)$/.test(text),
  },
  {
    name: "system",
    policy: "dependency-parity",
    valueClass: "version",
    reads: (text) =>
      /^(?:ubuntu|debian|alpine|centos|rhel|rocky|almalinux|fedora|amazon-?linux|amzn|al|windows-?(?:server)?|sles|flatcar|bottlerocket|talos)[-_ ]?v?\d[\d.]*(?:-[a-z0-9.]+)*$/i.test(
        text,
      ),
  },
  {
    name: "size",
    policy: "capacity-parity",
    valueClass: "size",
    reads: (text) => /[.\-_]/.test(text) && /[a-z]/i.test(text) && sizeFacts(text) !== undefined,
  },
  {
    name: "document",
    valueClass: "document",
    document: "json",
    reads: (text) => /^\s*[{[]/.test(text) && isJson(text),
  },
];

/** A registry in front, or a digest, or a repository with a tag that is no port. */
function isImage(text: string): boolean {
  if (/\s|^arn:|:\/\//.test(text)) return false;
  return (
    /@sha256:[0-9a-f]{64}$/.test(text) ||
    /^[\w.-]+\.[a-z]{2,}(?::\d+)?\/[\w./-]+:[\w.-]+$/i.test(text) ||
    /^[a-z][\w.-]*(?:\/[\w.-]+)+:[\w.-]+$/.test(text) ||
    /^[a-z][\w-]*:v?\d[\w.-]*\.[\w.-]*$/.test(text)
  );
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** What kind of text this is; undefined where it could be anything. */
export function readText(text: string): Reading | undefined {
  return text.length > 4096 && !/^\s*[{[]/.test(text) ? undefined : READERS.find((reader) => reader.reads(text));
}
