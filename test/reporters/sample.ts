import { dimensions, score } from "../../core/report/score";
import { inOrder } from "../../core/report/order";
import type { Report, ReportedDivergence, Reports } from "../../core/report/types";

/** The happy path, to be mutated per test: one changed property beyond tolerance. */
export function divergence(own: Partial<ReportedDivergence> = {}): ReportedDivergence {
  const type = own.type ?? "aws:rds/instance:Instance";
  return {
    id: "0a1b2c3d4e5f",
    policy: "capacity-parity",
    kind: "changed",
    type,
    subject: `urn:pulumi:staging::shop::${type}::orders`,
    reference: `urn:pulumi:production::shop::${type}::orders`,
    property: "instanceClass",
    key: "instanceClass",
    values: { subject: "db.t3.small", reference: "db.r6g.2xlarge" },
    verdict: "beyond",
    level: "mandatory",
    rule: "standard/rds-class",
    message: "orders: instanceClass is db.t3.small, production has db.r6g.2xlarge",
    ...own,
  };
}

export function report(divergences: readonly ReportedDivergence[], own: Partial<Report> = {}): Report {
  return {
    schema: "parity-report/1",
    generatedAt: "2026-11-20T09:30:00.000Z",
    tool: { version: "0.1.0" },
    config: { file: "parity.yaml", sha256: "ab".repeat(32), preset: "standard@1" },
    subject: {
      name: "staging",
      project: "shop",
      resources: 96,
      capturedAt: "2026-11-19T17:00:00Z",
      source: "exports/staging.json",
    },
    reference: {
      name: "production",
      project: "shop",
      resources: 100,
      capturedAt: "2026-11-18T08:15:00Z",
      source: "exports/production.json",
    },
    environments: { subject: "staging", reference: "production" },
    score: score(divergences, 100),
    dimensions: dimensions(divergences, 100),
    pairs: [],
    equivalences: [{ subject: "111111111111", reference: "222222222222", source: "account", occurrences: 41 }],
    divergences: inOrder(divergences),
    waivers: [],
    overrides: [],
    secrets: 7,
    ...own,
  };
}

const urns = (type: string, name: string) => ({
  type,
  subject: `urn:pulumi:staging::shop::${type}::${name}`,
  reference: `urn:pulumi:production::shop::${type}::${name}`,
});

/** One of everything that a reader may meet. */
export function fullReport(): Report {
  return report(
    [
      divergence({
        mend: "scale instanceClass towards db.r6g.2xlarge",
        status: "introduced",
        origin: "configuration",
        originKey: "shop:dbClass",
        sourcePosition: "project:///infra/database.ts#12,7",
      }),
      divergence({
        id: "1a1b2c3d4e5f",
        policy: "dependency-parity",
        property: "engineVersion",
        key: "engineVersion",
        values: { subject: "14.7", reference: "15.4" },
        rule: "standard/versions",
        mend: "upgrade engineVersion to 15.4",
        status: "existing",
        since: {
          at: "2026-11-08T08:00:00.000Z",
          side: "reference",
          commit: "3f2a91c0d2b44e7f9a0b1c2d3e4f5a6b7c8d9e0f",
          author: "ada",
          message: "Upgrade the orders database",
          link: "https://ci.example/runs/57",
        },
      }),
      divergence({
        id: "2a1b2c3d4e5f",
        ...urns("aws:ec2/natGateway:NatGateway", "nat-2"),
        policy: "network-parity",
        kind: "missing",
        subject: null,
        property: null,
        key: null,
        values: { subject: null, reference: null },
        rule: "standard/topology",
        mend: "deploy nat-2 here too",
        status: "worsened",
      }),
      divergence({
        id: "3a1b2c3d4e5f",
        ...urns("aws:sqs/queue:Queue", "debug"),
        policy: "inventory-parity",
        kind: "extra",
        reference: null,
        property: null,
        key: null,
        values: { subject: null, reference: null },
        level: "advisory",
        rule: "standard/extra",
      }),
      divergence({
        id: "4a1b2c3d4e5f",
        ...urns("aws:lambda/function:Function", "checkout"),
        policy: "configuration-parity",
        kind: "added",
        property: "environment.variables.RETRY_LIMIT",
        key: "environment.variables.RETRY_LIMIT",
        values: { subject: "7", reference: null },
        verdict: "ahead",
        level: "advisory",
        rule: "standard/ahead",
        origin: "program",
      }),
      divergence({
        id: "5a1b2c3d4e5f",
        ...urns("aws:lambda/function:Function", "checkout"),
        policy: "security-parity",
        kind: "shared",
        property: "environment.variables.API_URL",
        key: "environment.variables.API_URL",
        values: { subject: "https://api.example.com/v2/orders", reference: "https://api.example.com/v2/orders" },
        level: "advisory",
        rule: "standard/shared",
      }),
      ...["api", "worker", "mailer"].map((name, at) =>
        divergence({
          id: `6a1b2c3d4e5${at}`,
          ...urns("kubernetes:apps/v1:Deployment", name),
          policy: "configuration-parity",
          kind: "removed",
          property: 'metadata.labels["app.kubernetes.io/managed-by"]',
          key: 'metadata.labels["app.kubernetes.io/managed-by"]',
          values: { subject: null, reference: "pulumi" },
          level: "advisory",
          rule: "standard/default",
        }),
      ),
      divergence({
        id: "7a1b2c3d4e5f",
        policy: "resilience-parity",
        property: "multiAz",
        key: "multiAz",
        values: { subject: false, reference: true },
        verdict: "waived",
        rule: "parity.yaml:31",
      }),
      divergence({
        id: "8a1b2c3d4e5f",
        policy: "capacity-parity",
        property: "allocatedStorage",
        key: "allocatedStorage",
        values: { subject: 20, reference: 100 },
        verdict: "within",
        rule: "parity.yaml:17",
      }),
      divergence({
        id: "9a1b2c3d4e5f",
        ...urns("aws:ecs/service:Service", "web"),
        policy: "network-parity",
        property: "networkConfiguration.subnets",
        key: "networkConfiguration.subnets",
        values: { subject: "[unknown]", reference: ["subnet-1", "subnet-2"] },
        verdict: "undetermined",
        level: "advisory",
        rule: "standard/default",
        undetermined: "not known before it is deployed",
      }),
    ],
    {
      waivers: [
        {
          id: "7c1f0a",
          reason: "single zone until the Q1 budget",
          owner: "platform",
          expires: "2027-01-31",
          state: "active",
          covers: ["7a1b2c3d4e5f"],
        },
      ],
      overrides: [
        { reason: "INC-1234: queue stuck", by: "ada", at: "2026-11-20T09:00:00Z", link: "https://ci.example.com/7" },
      ],
      remarks: ["3 resources were not targeted; their properties are undetermined"],
      fixed: [
        divergence({
          id: "fa1b2c3d4e5f",
          status: "fixed",
          property: "backupRetentionPeriod",
          key: "backupRetentionPeriod",
        }),
      ],
      loosened: [{ divergence: "8a1b2c3d4e5f", before: "standard/storage", now: "parity.yaml:17" }],
      trend: [
        { at: "2026-11-01T00:00:00Z", score: 0.52, beyond: 14, label: "update 118" },
        { at: "2026-11-08T00:00:00Z", score: 0.61, beyond: 9, label: "update 121" },
        { at: "2026-11-15T00:00:00Z", score: 0.58, beyond: 10, label: "update 127" },
      ],
    },
  );
}

export function reports(list: readonly Report[]): Reports {
  return {
    schema: "parity-reports/1",
    reports: list,
    unjudged: [{ stack: "shop/scratch", why: "no environment of parity.yaml names it" }],
    exempt: [{ stack: "shop/sandbox", why: "a playground of the platform team" }],
    failed: [
      {
        subject: "shop/eu-staging",
        reference: "shop/eu-production",
        why: "exports/eu-staging.json: it ends too early",
      },
    ],
  };
}

/** Text that every format has to make harmless. */
export const HOSTILE = [
  "</script><script>globalThis.owned=1</script><img src=x onerror=globalThis.owned=1>",
  "\u001b[31mred\u001b]0;title\u0007\u009b2J",
  "::error file=x::owned\r\n::set-output name=a::b\n##[error]owned ##vso[task.complete result=Failed] ##teamcity[message]",
  "| a ` ``` | **bold** [x](javascript:alert(1)) @org/team #1 <!-- -->",
  "]]>&amp;<![CDATA[ \u0000\u0008\ufffe",
  "\u202egnp.exe\u2066 zero\u200bwidth \u2028",
];

export function hostileReport(): Report {
  const texts = HOSTILE.flatMap((text, at) => [
    divergence({
      id: `ff00000000${at}0`,
      type: `t:${text}`,
      subject: `urn:pulumi:staging::shop::t::${text}`,
      values: { subject: text, reference: { [text]: text } },
      property: text,
      key: text,
      rule: text,
      message: text,
      mend: text,
      originKey: text,
      origin: "configuration",
      causedBy: text,
      sourcePosition: `project:///${text}#1,1`,
    }),
    divergence({
      id: `ff00000000${at}1`,
      policy: text,
      kind: "missing",
      subject: null,
      property: null,
      key: null,
      reference: `urn:pulumi:production::shop::t::${text}`,
      values: { subject: null, reference: null },
      undetermined: text,
      verdict: "undetermined",
      level: "advisory",
    }),
  ]);
  const all = HOSTILE.join(" ");
  return report(texts, {
    subject: { name: all, project: all, resources: 1, source: all },
    config: { file: all, preset: all },
    environments: { subject: all, reference: all },
    remarks: HOSTILE,
    overrides: [{ reason: all, by: all, at: "2026-11-20T09:00:00Z", link: `javascript:${all}` }],
    waivers: [{ id: all, reason: all, owner: all, expires: "2027-01-31", state: "unused", covers: [] }],
    loosened: [{ divergence: all, before: all, now: all }],
    fixed: [divergence({ status: "fixed", key: all, property: all })],
    trend: [
      { at: "2026-11-01T00:00:00Z", score: 0.5, beyond: 1, label: all },
      { at: "2026-11-02T00:00:00Z", score: 0.6, beyond: 1, label: all },
    ],
  });
}

/** As many divergences as a neglected fleet has, all of them different. */
export function largeReport(count: number): Report {
  const policies = ["capacity-parity", "configuration-parity", "network-parity", "security-parity"];
  const verdicts = ["beyond", "beyond", "ahead", "within"] as const;
  return report(
    Array.from({ length: count }, (_, at) =>
      divergence({
        id: at.toString(16).padStart(12, "0"),
        ...urns("aws:lambda/function:Function", `worker-${Math.floor(at / 4)}`),
        policy: policies[at % 4]!,
        property: `environment.variables.SETTING_${at}`,
        key: `environment.variables.SETTING_${at}`,
        values: { subject: `staging-value-${at}`, reference: `production-value-${at}` },
        verdict: verdicts[at % 4]!,
        level: at % 3 === 0 ? "mandatory" : "advisory",
        mend: `set SETTING_${at} to production-value-${at}`,
      }),
    ),
  );
}

/** What a platform team might see on a usual morning. */
export function fleetReports(): Reports {
  const full = fullReport();
  const eased = full.divergences.filter(({ level, verdict }) => level !== "mandatory" || verdict !== "beyond");
  const named = (name: string, reference: string, divergences: readonly ReportedDivergence[], project = "shop") =>
    report(divergences, {
      ...(name === "staging" && { trend: full.trend ?? [] }),
      subject: { ...full.subject, name, project, source: `exports/${project}.${name}.json` },
      reference: { ...full.reference, name: reference, project, source: `exports/${project}.${reference}.json` },
    });
  return {
    ...reports([
      named("staging", "production", full.divergences),
      named("eu-staging", "eu-production", eased),
      named("pr-42", "production", full.divergences.slice(2, 9)),
      named("staging", "production", largeReport(28).divergences, "billing"),
      named("staging", "production", [], "search"),
    ]),
    failed: [],
  };
}
