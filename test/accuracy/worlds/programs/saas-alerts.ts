import { type Input, json, secret, text, Wired } from "../engine/wired";
import { difference, world } from "../world";

const LATENCY = "datadog:index/monitor:Monitor::*latency";

/** Datadog, Grafana, PagerDuty, Sentry and GitHub: numeric ids as numbers, queries with the environment's tag in them. */
export const saasAlerts = world({
  name: "saas-alerts",
  subject: {
    project: "observability",
    stack: "staging",
    account: "stg",
    region: "eu",
    providers: { datadog: "4.43.0", grafana: "0.13.0", pagerduty: "4.19.0", sentry: "0.0.9", github: "6.5.0" },
    values: {
      env: "staging",
      ids: [71553901, 71553915, 71553920],
      team: "@slack-alerts-staging",
      p95: 2.5,
      errors: 0.05,
      window: "last_15m",
      renotify: 0,
      target: 99,
      urgency: "low",
      delay: 30,
      rate: 0.2,
      reviewers: [] as number[],
      admins: false,
      host: "checkout.staging.larkspur.app",
      locations: ["aws:eu-central-1"],
      tick: 900,
      wait: 0,
      prune: 14,
    },
  },
  reference: {
    project: "observability",
    stack: "production",
    account: "prod",
    region: "eu",
    providers: { datadog: "4.43.0", grafana: "0.13.0", pagerduty: "4.19.0", sentry: "0.0.9", github: "6.5.0" },
    values: {
      env: "production",
      ids: [68120448, 68120451, 68120467],
      team: "@pagerduty-checkout @slack-alerts",
      p95: 1.2,
      errors: 0.01,
      window: "last_5m",
      renotify: 30,
      target: 99.9,
      urgency: "high",
      delay: 10,
      rate: 0.05,
      reviewers: [4482910],
      admins: true,
      host: "checkout.larkspur.app",
      locations: ["aws:eu-central-1", "aws:us-east-1", "aws:ap-southeast-1"],
      tick: 60,
      wait: 15,
      prune: 90,
    },
  },
  program(app, v) {
    const monitor = (name: string, at: number, query: Input, thresholds: { critical: number }) =>
      app.resource(
        "datadog:index/monitor:Monitor",
        `${v.env}-${name}`,
        {
          name: `[${v.env}] checkout ${name}`,
          type: "query alert",
          query,
          message: `{{#is_alert}}checkout ${name} is off in ${v.env}. ${v.team}{{/is_alert}}`,
          monitorThresholds: { critical: String(thresholds.critical) },
          renotifyInterval: v.renotify,
          tags: [`env:${v.env}`, "service:checkout"],
        },
        { outputs: { id: String(v.ids[at]) } },
      );
    const latency = monitor(
      "latency",
      0,
      `avg(${v.window}):p95:trace.http.request{env:${v.env},service:checkout} > ${v.p95}`,
      { critical: v.p95 },
    );
    const errors = monitor(
      "errors",
      1,
      `sum(last_5m):sum:trace.http.errors{env:${v.env}}.as_rate() / sum:trace.http.hits{env:${v.env}}.as_rate() > ${v.errors}`,
      { critical: v.errors },
    );
    app.resource(
      "datadog:index/monitor:Monitor",
      `${v.env}-both`,
      {
        name: `[${v.env}] checkout is down`,
        type: "composite",
        query: text`${latency.id} && ${errors.id}`,
        message: v.team,
        tags: [`env:${v.env}`],
      },
      { outputs: { id: String(v.ids[2]) } },
    );
    const slo = app.resource("datadog:index/serviceLevelObjective:ServiceLevelObjective", `${v.env}-slo`, {
      name: `checkout availability (${v.env})`,
      type: "monitor",
      monitorIds: [latency, errors].map(({ id }) => new Wired(Number(id.value), id.from, false, id.unknown)),
      thresholds: [{ timeframe: "30d", target: v.target }],
      tags: [`env:${v.env}`],
    });
    app.resource("datadog:index/syntheticsTest:SyntheticsTest", `${v.env}-ping`, {
      name: `checkout ping ${v.env}`,
      type: "api",
      status: "live",
      locations: v.locations,
      requestDefinition: { method: "GET", url: `https://${v.host}/health` },
      optionsList: { tickEvery: v.tick, retry: { count: 2, interval: 300 } },
    });
    app.resource("datadog:index/dashboardJson:DashboardJson", `${v.env}-board`, {
      dashboard: json({
        title: `Checkout ${v.env}`,
        widgets: [
          { id: v.ids[0] ?? 0, definition: { type: "slo", slo_id: slo.id } },
          {
            id: v.ids[1] ?? 0,
            definition: { type: "timeseries", requests: [{ q: `avg:system.load.1{env:${v.env}}` }] },
          },
          { id: v.ids[2] ?? 0, definition: { type: "alert_graph", alert_id: latency.id } },
        ],
        template_variables: [{ name: "env", default: v.env, prefix: "env" }],
      }),
    });
    const service = app.resource("pagerduty:index/service:Service", `${v.env}-checkout`, {
      name: `Checkout (${v.env})`,
      escalationPolicy: "PZ3KQ1A",
      acknowledgementTimeout: "1800",
      incidentUrgencyRule: { type: "constant", urgency: v.urgency },
    });
    const integration = app.resource("pagerduty:index/serviceIntegration:ServiceIntegration", `${v.env}-datadog`, {
      service: service.id,
      vendor: "PAM4FGS",
    });
    app.resource("datadog:pagerduty/serviceObject:ServiceObject", `${v.env}-checkout`, {
      serviceName: `checkout-${v.env}`,
      serviceKey: secret(integration.get("integrationKey")),
    });
    const source = app.resource("grafana:oss/dataSource:DataSource", `${v.env}-prometheus`, {
      name: `prometheus-${v.env}`,
      type: "prometheus",
      url: `https://prometheus.${v.env === "staging" ? "staging." : ""}larkspur.app`,
      jsonDataEncoded: json({ httpMethod: "POST", timeInterval: "30s" }),
    });
    const folder = app.resource("grafana:oss/folder:Folder", `${v.env}-checkout`, { title: `Checkout ${v.env}` });
    app.resource("grafana:alerting/ruleGroup:RuleGroup", `${v.env}-queue`, {
      folderUid: folder.get("uid"),
      intervalSeconds: 60,
      rules: [
        {
          name: "Queue is long",
          for: `${v.delay}m`,
          condition: "B",
          datas: [
            {
              refId: "A",
              datasourceUid: source.get("uid"),
              model: json({ expr: `queue_depth{env="${v.env}"}`, refId: "A" }),
            },
            { refId: "B", datasourceUid: "__expr__", model: json({ type: "threshold", expression: "A" }) },
          ],
        },
      ],
    });
    const sentry = app.resource("sentry:index/sentryProject:SentryProject", `${v.env}-checkout`, {
      organization: "larkspur",
      name: `checkout-${v.env}`,
      slug: `checkout-${v.env}`,
      platform: "node",
    });
    const key = app.resource("sentry:index/sentryKey:SentryKey", `${v.env}-checkout`, {
      organization: "larkspur",
      project: sentry.get("slug"),
      name: "default",
    });
    const repository = app.resource("github:index/repositoryEnvironment:RepositoryEnvironment", `${v.env}-deploy`, {
      repository: "checkout",
      environment: v.env,
      waitTimer: v.wait,
      canAdminsBypass: !v.admins,
      ...(v.reviewers.length === 0 ? {} : { reviewers: [{ users: v.reviewers }] }),
    });
    app.resource("github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable", `${v.env}-dsn`, {
      repository: "checkout",
      environment: repository.get("environment"),
      variableName: "SENTRY_DSN",
      value: key.get("dsnPublic"),
    });
    app.resource("github:index/actionsEnvironmentVariable:ActionsEnvironmentVariable", `${v.env}-rate`, {
      repository: "checkout",
      environment: repository.get("environment"),
      variableName: "TRACES_SAMPLE_RATE",
      value: String(v.rate),
    });
  },
  differences: [
    difference("changed", LATENCY, "query", "Over a longer window, and later."),
    difference("changed", LATENCY, "monitorThresholds.critical", "Alerts later."),
    difference("changed", LATENCY, "message", "Calls nobody."),
    difference("changed", LATENCY, "renotifyInterval", "Says it once."),
    difference("changed", "datadog:index/monitor:Monitor::*errors", "query", "Alerts later."),
    difference("changed", "datadog:index/monitor:Monitor::*errors", "monitorThresholds.critical", "Alerts later."),
    difference("changed", "datadog:index/monitor:Monitor::*errors", "message", "Calls nobody."),
    difference("changed", "datadog:index/monitor:Monitor::*errors", "renotifyInterval", "Says it once."),
    difference("changed", "datadog:index/monitor:Monitor::*both", "message", "Calls nobody."),
    difference("changed", "datadog:index/serviceLevelObjective:*::*", "thresholds[0].target", "A lower aim."),
    difference("removed", "datadog:index/syntheticsTest:*::*", "locations[1]", "From one place."),
    difference("removed", "datadog:index/syntheticsTest:*::*", "locations[2]", "From one place."),
    difference("changed", "datadog:index/syntheticsTest:*::*", "optionsList.tickEvery", "Looks less often."),
    difference("changed", "pagerduty:index/service:Service::*", "incidentUrgencyRule.urgency", "Wakes nobody."),
    difference("changed", "grafana:alerting/ruleGroup:RuleGroup::*", "rules[0].for", "Alerts later."),
    difference("changed", "github:index/repositoryEnvironment:*::*", "waitTimer", "Deploys at once."),
    difference("changed", "github:index/repositoryEnvironment:*::*", "canAdminsBypass", "Admins may bypass."),
    difference("removed", "github:index/repositoryEnvironment:*::*", "reviewers", "Nobody reviews."),
    difference("changed", "github:index/actionsEnvironmentVariable:*::*rate", "value", "Traces more."),
  ],
});
