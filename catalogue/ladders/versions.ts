import type { VersionFacts } from "../../core/model/catalogue";
import { endOfLife } from "./end-of-life";
import { machineImage } from "./machine-images";

type Reader = (value: string, type: string) => VersionFacts | undefined;

function facts(product: string, parts: readonly number[], rest = "", ends?: string): VersionFacts {
  return { product, parts, rest, endOfLife: ends };
}

function numbers(dotted: string): readonly number[] {
  return dotted
    .split(/[._]/)
    .filter((part) => part !== "")
    .map(Number);
}

/** Two numbers that make one major version: 9.6 and 10.11 keep their order as 9.006 and 10.011. */
function joined(major: number, minor: number): number {
  return major + minor / 1000;
}

/** Function runtimes: `nodejs18.x`, `python3.11`, `java8.al2`, `provided.al2023`, `dotnetcore3.1`. */
const runtime: Reader = (value) => {
  const [, product, version, rest = ""] =
    /^(nodejs|python|java|dotnetcore|dotnet|ruby|go|provided\.al)(\d+(?:\.\d+)?)(?:\.(x|al2))?$/.exec(value) ?? [];
  if (product === undefined || version === undefined) return undefined;
  return facts(product, numbers(version), rest === "x" ? "" : rest, endOfLife(product, version));
};

/** `8.0.mysql_aurora.3.04.0`: Aurora's own version follows that of the engine it speaks. */
const aurora: Reader = (value) => {
  const [, version] = /^\d+\.\d+\.mysql_aurora\.([\d.]+)$/.exec(value) ?? [];
  return version === undefined ? undefined : facts("aurora-mysql", numbers(version));
};

/** Relational engines whose major version has two numbers: MySQL 8.0.35, MariaDB 10.6.14, PostgreSQL before 10. */
const relational: Reader = (value, type) => {
  if (!type.startsWith("aws:rds/")) return undefined;
  const [, major = "", minor = "", patch] = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (major === "" || (Number(major) > 9 && patch === undefined)) return undefined;
  return facts(
    "",
    [joined(Number(major), Number(minor)), ...(patch === undefined ? [] : [Number(patch)])],
    "",
    endOfLife("mysql", `${major}.${minor}`) ?? endOfLife("mariadb", `${major}.${minor}`),
  );
};

const postgres: Reader = (value, type) => {
  const [, major, minor] = /^(\d\d)(?:\.(\d+))?$/.exec(value) ?? [];
  if (major === undefined || !type.startsWith("aws:rds/")) return undefined;
  return facts(
    "",
    minor === undefined ? [Number(major)] : [Number(major), Number(minor)],
    "",
    endOfLife("postgres", major),
  );
};

const kubernetes: Reader = (value, type) => {
  const [, version] = /^v?(1\.\d+)$/.exec(value) ?? [];
  if (version === undefined || !/^aws:eks|container|kubernetes/i.test(type)) return undefined;
  return facts("", numbers(version), "", endOfLife("kubernetes", version));
};

/** `name:tag`, with registry and digest set aside: the registry is the environment's, the digest orders nothing. */
const image: Reader = (value) => {
  const [, path, tag] = /^([\w./:-]+?):([\w.-]+)(?:@sha256:[0-9a-f]+)?$/.exec(value) ?? [];
  if (path === undefined || tag === undefined || value.startsWith("arn:") || /^\d+$/.test(path)) return undefined;
  const version = plain(tag, "");
  return version === undefined ? undefined : { ...version, product: path.slice(path.lastIndexOf("/") + 1) };
};

/** ARNs that end in a revision: layers, task definitions. */
const revision: Reader = (value) => {
  const [, name, number] = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:[^:]*[:/])?([\w-]+):(\d+)$/.exec(value) ?? [];
  return name === undefined ? undefined : facts(name, [Number(number)]);
};

/** `64bit Amazon Linux 2023 v6.1.0 running Node.js 20` */
const platform: Reader = (value) => {
  const [, system = "", version, product, of] = /^(.*?) v([\d.]+) running (.+?) ([\d.]+)$/.exec(value) ?? [];
  if (version === undefined || product === undefined || of === undefined) return undefined;
  return facts(product, [...numbers(of), ...numbers(version)], system);
};

/** `1.29.0-20240202`, `v1.18.1-eksbuild.3`, `20-alpine`, `7.x`, `2.8.2.tiered`, `15.00.4236.7.v1`. */
const plain: Reader = (value) => {
  const [, version = "", , build = ""] = /^[vV]?(\d+(?:\.\d+)*)(\.[xX])?(?:[-+._](.*))?$/.exec(value) ?? [];
  if (version === "" || (version.length > 9 && !version.includes("."))) return undefined;
  const [, date] = /^(\d{8})$/.exec(build) ?? [];
  const [, counted] = /^eksbuild\.(\d+)$/.exec(build) ?? [];
  const more = date ?? counted;
  return more === undefined ? facts("", numbers(version), build) : facts("", [...numbers(version), Number(more)]);
};

/** Names that hold a version: `postgres15`, `OpenSearch_2.11`, `amzn2-ami-hvm-2.0.20230418.0-x86_64-gp2`. */
const named: Reader = (value) => {
  if (!/[A-Za-z]/.test(value) || !/\d/.test(value) || value.includes(":") || isHash(value)) return undefined;
  const parts = [...value.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return facts(value.replaceAll(/\d+(?:[._]\d+)*/g, "#"), parts);
};

/** Ids and digests count nothing. */
function isHash(value: string): boolean {
  return /^(?:[a-z]+-)?[0-9a-f]{7,}$/i.test(value) || /[0-9a-f]{12,}/i.test(value);
}

const readers: readonly Reader[] = [
  machineImage,
  runtime,
  aurora,
  relational,
  postgres,
  kubernetes,
  revision,
  image,
  platform,
  plain,
  named,
];

/** A version read by the scheme of its type; undefined where the text holds none. */
export function versionFacts(type: string, value: string): VersionFacts | undefined {
  const text = value.trim();
  if (text === "" || text.length > 300) return undefined;
  for (const read of readers) {
    const found = read(text, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
