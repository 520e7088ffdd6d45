import type { Account } from "./account";
import { isList, isProperties, textAt, type Json, type Properties } from "./json";
import { characters } from "./template";
import { declared } from "./type-knowledge";

type LookUp = (args: Properties, account: Account) => Properties;

function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

function principals(statement: Properties): Properties {
  const grouped = list(statement.principals)
    .filter(isProperties)
    .map((principal) => [textAt(principal, "type") ?? "*", oneOrMore(list(principal.identifiers))] as const);
  return grouped.length === 0 ? {} : { Principal: Object.fromEntries(grouped) };
}

function conditions(statement: Properties): Properties {
  const tests = list(statement.conditions)
    .filter(isProperties)
    .map((condition) => {
      const variable = textAt(condition, "variable") ?? "";
      return [textAt(condition, "test") ?? "", { [variable]: oneOrMore(list(condition.values)) }] as const;
    });
  return tests.length === 0 ? {} : { Condition: Object.fromEntries(tests) };
}

function oneOrMore(values: readonly Json[]): Json {
  return values.length === 1 ? (values[0] ?? null) : values;
}

function policyStatement(statement: Properties): Properties {
  const sid = textAt(statement, "sid");
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: statement.effect ?? "Allow",
    Action: oneOrMore(list(statement.actions)),
    ...(statement.resources === undefined ? {} : { Resource: oneOrMore(list(statement.resources)) }),
    ...principals(statement),
    ...conditions(statement),
  };
}

function policyDocument(args: Properties): Properties {
  const Statement = list(args.statements).filter(isProperties).map(policyStatement);
  const document = { Version: args.version ?? "2012-10-17", Statement };
  return { json: JSON.stringify(document, undefined, 2), minifiedJson: JSON.stringify(document) };
}

function availabilityZones({ region, id }: Account): Properties {
  const letters = ["a", "b", "c"];
  const offset = Number(id.at(-1) ?? 0);
  return {
    names: letters.map((letter) => `${region}${letter}`),
    // The same zone has another id's letter in every account.
    zoneIds: letters.map((_, index) => `${region}-az${((index + offset) % 3) + 1}`),
    groupNames: [region],
  };
}

function machineImage(args: Properties, { region }: Account): Properties {
  const seed = `${region}${JSON.stringify(args.filters ?? null)}${textAt(args, "nameRegex") ?? ""}`;
  const id = `ami-${characters("hex", 17, seed)}`;
  return { id, imageId: id, arn: `arn:aws:ec2:${region}::image/${id}`, architecture: "x86_64", state: "available" };
}

/** AWS's own cache and origin request policies have the same ids in every account. */
const MANAGED_POLICIES: Readonly<Record<string, string>> = {
  "Managed-CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6",
  "Managed-CachingDisabled": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  "Managed-AllViewer": "216adef6-5c7f-47e4-b989-5492eafa07d3",
  "Managed-SecurityHeadersPolicy": "67f7725c-6f97-4210-82d7-5512b31e9d03",
};

function managedPolicy(args: Properties): Properties {
  const name = textAt(args, "name") ?? "";
  return { id: MANAGED_POLICIES[name] ?? characters("hex", 32, name), name };
}

/** What the look-ups of the example programs answer, by the last part of their tokens. */
const LOOK_UPS: Readonly<Record<string, LookUp>> = {
  getAmi: machineImage,
  getAvailabilityZones: (_args, account) => availabilityZones(account),
  getCallerIdentity: (_args, { id }) => ({ accountId: id, id, userId: id, arn: `arn:aws:iam::${id}:user/deployer` }),
  getCachePolicy: managedPolicy,
  getManagedPrefixList: (args, { region }) => ({
    id: `pl-${characters("hex", 8, region + (textAt(args, "name") ?? ""))}`,
  }),
  getOriginRequestPolicy: managedPolicy,
  getPartition: () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" }),
  getPolicyDocument: policyDocument,
  getRegion: (_args, { region }) => ({ id: region, name: region, region, endpoint: `ec2.${region}.amazonaws.com` }),
  getResponseHeadersPolicy: managedPolicy,
};

function emptyOf(type: string): Json {
  if (type.includes("[]")) return [];
  if (type.includes("boolean")) return false;
  if (type.includes("number")) return 0;
  return type.includes("{") || type.includes("outputs.") ? {} : "";
}

/** Answers a look-up; one that is not known here answers what its declared result requires, empty. */
export function lookUp(token: string, args: Properties, account: Account): Properties {
  const name = token.split(":").at(-1) ?? "";
  const required = [...declared(token).outputs].filter(([, member]) => !member.optional);
  const answer = Object.hasOwn(LOOK_UPS, name) ? LOOK_UPS[name]?.(args, account) : undefined;
  return {
    ...Object.fromEntries(required.map(([property, member]) => [property, emptyOf(member.type)])),
    id: `${account.region}-${characters("hex", 10, token + JSON.stringify(args))}`,
    ...args,
    ...answer,
  };
}
