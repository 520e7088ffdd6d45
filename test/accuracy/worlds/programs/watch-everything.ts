import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const MONITOR = "datadog:index/monitor:Monitor";

/** Nothing but what watches: monitors, a dashboard as JSON, objectives, synthetic tests, on-call. */
export const watchEverything = world({
  name: "watch-everything",
  subject: {
    project: "observability",
    stack: "stg-eu1",
    account: "000000000000",
    region: "eu1",
    providers: { datadog: "4.44.0", pagerduty: "4.20.0", opsgenie: "1.3.10", grafana: "1.4.0" },
    values: {
      env: "stg",
      tag: "env:stg",
      host: "checkout.stg.meridian.app",
      page: "@slack-alerts-stg",
      latency: 2.5,
      errors: 10,
      objective: 99,
      tick: 900,
      locations: ["aws:eu-central-1"],
      urgency: "low",
      ack: 0,
      noData: false,
      lambda: ["checkout", "payments"],
    },
  },
  reference: {
    project: "observability",
    stack: "prod-eu1",
    account: "000000000000",
    region: "eu1",
    providers: { datadog: "4.44.0", pagerduty: "4.20.0", opsgenie: "1.3.10", grafana: "1.4.0" },
    values: {
      env: "prod",
      tag: "env:prod",
      host: "checkout.meridian.app",
      page: "@pagerduty-checkout",
      latency: 1.2,
      errors: 2,
      objective: 99.9,
      tick: 60,
      locations: ["aws:eu-central-1", "aws:us-east-1", "aws:ap-southeast-2"],
      urgency: "high",
      ack: 1800,
      noData: true,
      lambda: ["checkout", "payments"],
    },
  },
  program(app, v) {
    const latency = v.lambda.map((service) =>
      app.resource(MONITOR, `${service}-latency`, {
        name: `[${v.env}] ${service} p95 latency`,
        type: "query alert",
        query: `percentile(last_5m):p95:trace.http.request{service:${service},${v.tag}} > ${String(v.latency)}`,
        message: `p95 of ${service} is high in ${v.env}. ${v.page}`,
        monitorThresholds: { critical: String(v.latency), warning: "1" },
        notifyNoData: v.noData,
        tags: [v.tag, `service:${service}`, "managed-by:pulumi"],
      }),
    );
    const errors = app.resource(MONITOR, "error-rate", {
      name: `[${v.env}] error rate`,
      type: "query alert",
      query: `sum(last_10m):sum:trace.http.request.errors{${v.tag}}.as_count() > 100`,
      message: text`Too many errors in ${v.env}`,
      monitorThresholds: { critical: "100" },
      tags: [v.tag],
    });
    app.resource(MONITOR, "composite", {
      name: `[${v.env}] checkout is down`,
      type: "composite",
      query: text`${latency[0]?.id ?? ""} && ${errors.id}`,
      message: "Latency and errors at once",
    });
    const objective = app.resource("datadog:index/serviceLevelObjective:ServiceLevelObjective", "checkout", {
      name: `checkout availability ${v.env}`,
      type: "metric",
      query: {
        numerator: `sum:trace.http.request.hits{${v.tag},!http.status_class:5xx}.as_count()`,
        denominator: `sum:trace.http.request.hits{${v.tag}}.as_count()`,
      },
      thresholds: [{ timeframe: "30d", target: v.objective }],
      tags: [v.tag],
    });
    app.resource("datadog:index/syntheticsTest:SyntheticsTest", "checkout", {
      name: `checkout ${v.env}`,
      type: "api",
      subtype: "http",
      status: "live",
      locations: v.locations,
      requestDefinition: { method: "GET", url: `https://${v.host}/api/health`, timeout: 30 },
      assertions: [
        { type: "statusCode", operator: "is", target: "200" },
        { type: "responseTime", operator: "lessThan", target: "2000" },
      ],
      optionsList: { tickEvery: v.tick, minLocationFailed: 1 },
    });
    app.resource("datadog:index/dashboardJson:DashboardJson", "overview", {
      dashboard: json({
        title: `Checkout (${v.env})`,
        layout_type: "ordered",
        template_variables: [{ name: "env", prefix: "env", defaults: [v.env] }],
        widgets: [
          {
            id: v.env === "prod" ? 7719028364501127 : 2207513349680044,
            definition: {
              type: "timeseries",
              title: "Requests",
              requests: [{ q: `sum:trace.http.request.hits{${v.tag}} by {service}.as_rate()`, display_type: "line" }],
              yaxis: { scale: "linear", min: "0" },
            },
          },
          { definition: { type: "slo", slo_id: objective.id, time_windows: ["30d"] } },
          {
            definition: {
              type: "query_value",
              title: "Errors",
              requests: [
                {
                  q: `sum:trace.http.request.errors{${v.tag}}.as_count()`,
                  conditional_formats: [{ comparator: ">", value: v.errors, palette: "white_on_red" }],
                },
              ],
            },
          },
          { definition: { type: "iframe", url: `https://status.${v.host.replace("checkout.", "")}/embed` } },
        ],
      }),
    });
    const service = app.resource("pagerduty:index/service:Service", "checkout", {
      name: `Checkout ${v.env.toUpperCase()}`,
      acknowledgementTimeout: String(v.ack),
      escalationPolicy: v.env === "prod" ? "PX8K2LQ" : "PJ30ZTA",
      incidentUrgencyRule: { type: "constant", urgency: v.urgency },
    });
    const integration = app.resource("pagerduty:index/serviceIntegration:ServiceIntegration", "datadog", {
      service: service.id,
      vendor: "PAM4FGS",
      name: "Datadog",
    });
    app.resource("datadog:pagerduty/serviceObject:ServiceObject", "checkout", {
      serviceName: `checkout-${v.env}`,
      serviceKey: secret(integration.id),
    });
    app.resource("grafana:oss/dashboard:Dashboard", "nodes", {
      configJson: json({
        title: `Nodes ${v.env}`,
        uid: v.env === "prod" ? "fd9c01ab-prod" : "b7e244dc-stg",
        refresh: "30s",
        panels: [
          {
            type: "graph",
            targets: [{ expr: `avg(rate(node_cpu_seconds_total{cluster="meridian-${v.env}-eu1",mode!="idle"}[5m]))` }],
            alert: { for: "5m", conditions: [{ evaluator: { params: [0.9], type: "gt" } }] },
          },
        ],
      }),
    });
  },
  differences: [
    difference("changed", `${MONITOR}::checkout-latency`, "query", "Another threshold."),
    difference("changed", `${MONITOR}::payments-latency`, "query", "Another threshold."),
    difference("changed", `${MONITOR}::checkout-latency`, "message", "Nobody is paged."),
    difference("changed", `${MONITOR}::payments-latency`, "message", "Nobody is paged."),
    difference("changed", `${MONITOR}::checkout-latency`, "monitorThresholds.critical", "Another threshold."),
    difference("changed", `${MONITOR}::payments-latency`, "monitorThresholds.critical", "Another threshold."),
    difference("changed", `${MONITOR}::checkout-latency`, "notifyNoData", "Silence is not noticed."),
    difference("changed", `${MONITOR}::payments-latency`, "notifyNoData", "Silence is not noticed."),
    difference(
      "changed",
      "datadog:index/serviceLevelObjective:ServiceLevelObjective::checkout",
      "thresholds[0].target",
      "A lower objective.",
    ),
    difference("removed", "datadog:index/syntheticsTest:SyntheticsTest::checkout", "locations[*]", "One place.", 2),
    difference("changed", "datadog:index/syntheticsTest:SyntheticsTest::checkout", "optionsList.tickEvery", "Seldom."),
    difference(
      "changed",
      "datadog:index/dashboardJson:DashboardJson::overview",
      "dashboard.widgets[2].definition.requests[0].conditional_formats[0].value",
      "Another threshold.",
    ),
    difference("changed", "pagerduty:index/service:Service::checkout", "acknowledgementTimeout", "Never reopened."),
    difference("changed", "pagerduty:index/service:Service::checkout", "incidentUrgencyRule.urgency", "Not urgent."),
    {
      ...difference(
        "changed",
        "pagerduty:index/service:Service::checkout",
        "escalationPolicy",
        "Another policy, of which nothing more is known than its id.",
      ),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "datadog:index/dashboardJson:DashboardJson::overview",
        "dashboard.widgets[0].id",
        "A number that the service drew: only its size tells.",
      ),
      optional: true,
    },
  ],
});
