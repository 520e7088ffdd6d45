import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** Cloudflare's edge before Fly machines: workers, key-value stores, rule sets, a tunnel; keys by tls, scripts by command. */
export const edgeWorkers = world({
  name: "edge-workers",
  subject: {
    project: "edge",
    stack: "dev",
    account: "0c1f8ab27de94a0fb6d3ce5520a7f113",
    region: "auto",
    providers: { cloudflare: "6.4.0", tls: "5.2.0", random: "4.18.2", command: "1.1.0" },
    values: {
      account: "0c1f8ab27de94a0fb6d3ce5520a7f113",
      zone: "canopy-staging.dev",
      zoneId: "d41e0c9f2b7a48568f3a1be0745c6d92",
      ttl: 30,
      strict: false,
      minTls: "1.2",
      challenge: "log",
      rate: 1000,
      limitCpu: 50,
      compat: "2025-06-01",
      origin: "https://origin.canopy-staging.dev:8443",
      sampling: "1",
      bindings: ["CACHE"],
      hsts: 0,
    },
  },
  reference: {
    project: "edge",
    stack: "prod",
    account: "a97720d4e15b4c3e8a0f61bd92c47e08",
    region: "auto",
    providers: { cloudflare: "6.4.0", tls: "5.2.0", random: "4.18.2", command: "1.1.0" },
    values: {
      account: "a97720d4e15b4c3e8a0f61bd92c47e08",
      zone: "canopy.io",
      zoneId: "7b20f5e8c1d349a6b04e9df2a8c35710",
      ttl: 3600,
      strict: true,
      minTls: "1.2",
      challenge: "managed_challenge",
      rate: 100,
      limitCpu: 50,
      compat: "2025-03-15",
      origin: "https://origin.canopy.io",
      sampling: "0.05",
      bindings: ["CACHE", "SESSIONS"],
      hsts: 31536000,
    },
  },
  program(app, v) {
    const accountId = v.account;
    const stores = v.bindings.map((binding) => ({
      binding,
      store: app.resource("cloudflare:index/workersKvNamespace:WorkersKvNamespace", binding.toLowerCase(), {
        accountId,
        title: `${app.place.stack}-${binding.toLowerCase()}`,
      }),
    }));
    const bucket = app.resource("cloudflare:index/r2Bucket:R2Bucket", "assets", {
      accountId,
      name: `canopy-assets-${app.place.stack}`,
      location: "WEUR",
    });
    const key = app.resource("tls:index/privateKey:PrivateKey", "signing", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    const tunnelSecret = app.resource("random:index/randomId:RandomId", "tunnel", { byteLength: 35 });
    const tunnel = app.resource("cloudflare:index/zeroTrustTunnelCloudflared:ZeroTrustTunnelCloudflared", "origin", {
      accountId,
      name: `origin-${app.place.stack}`,
      configSrc: "cloudflare",
      tunnelSecret: secret(tunnelSecret.get("b64Std")),
    });
    app.resource("cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig", "origin", {
      accountId,
      tunnelId: tunnel.id,
      config: {
        ingresses: [
          { hostname: `app.${v.zone}`, service: "http://app.internal:3000" },
          { hostname: `api.${v.zone}`, service: "http://api.internal:4000", originRequest: { connectTimeout: 10 } },
          { service: "http_status:404" },
        ],
      },
    });
    for (const host of ["app", "api"])
      app.resource("cloudflare:index/dnsRecord:DnsRecord", host, {
        zoneId: v.zoneId,
        name: `${host}.${v.zone}`,
        type: "CNAME",
        content: text`${tunnel.id}.cfargotunnel.com`,
        proxied: true,
        ttl: 1,
      });
    app.resource("cloudflare:index/dnsRecord:DnsRecord", "spf", {
      zoneId: v.zoneId,
      name: v.zone,
      type: "TXT",
      content: `"v=spf1 include:_spf.${v.zone} include:amazonses.com ${v.strict ? "-all" : "~all"}"`,
      ttl: v.ttl,
    });
    const script = app.resource("cloudflare:index/workersScript:WorkersScript", "router", {
      accountId,
      scriptName: `router-${app.place.stack}`,
      compatibilityDate: v.compat,
      content: 'export { default } from "./router.js";\n',
      limits: { cpuMs: v.limitCpu },
      bindings: [
        { name: "ORIGIN", type: "plain_text", text: v.origin },
        { name: "SAMPLE_RATE", type: "plain_text", text: v.sampling },
        { name: "ENVIRONMENT", type: "plain_text", text: app.place.stack },
        { name: "SIGNING_KEY", type: "plain_text", text: key.get("publicKeyFingerprintMd5") },
        { name: "ASSETS", type: "r2_bucket", bucketName: bucket.get("name") },
        ...stores.map(({ binding, store }) => ({ name: binding, type: "kv_namespace", namespaceId: store.id })),
      ],
    });
    app.resource("cloudflare:index/workersRoute:WorkersRoute", "router", {
      zoneId: v.zoneId,
      pattern: `app.${v.zone}/*`,
      script: script.get("scriptName"),
    });
    app.resource("cloudflare:index/ruleset:Ruleset", "firewall", {
      zoneId: v.zoneId,
      name: "firewall",
      kind: "zone",
      phase: "http_request_firewall_custom",
      rules: [
        {
          ref: "scanners",
          action: v.challenge,
          expression: `(http.host eq "api.${v.zone}" and cf.threat_score gt 20)`,
          enabled: true,
        },
        { ref: "admin", action: "block", expression: `(http.request.uri.path contains "/wp-admin")`, enabled: true },
      ],
    });
    app.resource("cloudflare:index/ruleset:Ruleset", "rate", {
      zoneId: v.zoneId,
      name: "rate",
      kind: "zone",
      phase: "http_ratelimit",
      rules: [
        {
          ref: "api",
          action: "block",
          expression: `(http.host eq "api.${v.zone}")`,
          ratelimit: { characteristics: ["ip.src", "cf.colo.id"], period: 60, requestsPerPeriod: v.rate },
        },
      ],
    });
    for (const [settingId, value] of Object.entries({ ssl: v.strict ? "strict" : "full", min_tls_version: v.minTls }))
      app.resource("cloudflare:index/zoneSetting:ZoneSetting", settingId, { zoneId: v.zoneId, settingId, value });
    app.resource("cloudflare:index/zoneSetting:ZoneSetting", "hsts", {
      zoneId: v.zoneId,
      settingId: "security_header",
      value: json({ strict_transport_security: { enabled: v.hsts > 0, max_age: v.hsts } }),
    });
    app.resource("command:local:Command", "purge", {
      create: text`curl -sf -X POST https://api.cloudflare.com/client/v4/zones/${v.zoneId}/purge_cache -d '{"hosts":["app.${v.zone}"]}'`,
      triggers: [script.id],
      environment: { ZONE: v.zone },
    });
  },
  differences: [
    difference("missing", "cloudflare:index/workersKvNamespace:WorkersKvNamespace::sessions", null, "No sessions."),
    difference("changed", "cloudflare:index/dnsRecord:DnsRecord::spf", "content", "Soft failure alone."),
    difference("changed", "cloudflare:index/dnsRecord:DnsRecord::spf", "ttl", "A shorter time to live."),
    difference("changed", "cloudflare:index/workersScript:WorkersScript::router", "compatibilityDate", "Another date."),
    difference("changed", "cloudflare:index/workersScript:WorkersScript::router", "bindings[0].text", "Another port."),
    difference(
      "changed",
      "cloudflare:index/workersScript:WorkersScript::router",
      "bindings[1].text",
      "All is sampled.",
    ),
    difference("removed", "cloudflare:index/workersScript:WorkersScript::router", "bindings[*]", "No sessions."),
    difference("changed", "cloudflare:index/ruleset:Ruleset::firewall", "rules[0].action", "Only logged."),
    difference("changed", "cloudflare:index/ruleset:Ruleset::rate", "rules[0].ratelimit.requestsPerPeriod", "More."),
    difference("changed", "cloudflare:index/zoneSetting:ZoneSetting::ssl", "value", "Not strict."),
    difference(
      "changed",
      "cloudflare:index/zoneSetting:ZoneSetting::hsts",
      "value.strict_transport_security.enabled",
      "No strict transport.",
    ),
    difference(
      "changed",
      "cloudflare:index/zoneSetting:ZoneSetting::hsts",
      "value.strict_transport_security.max_age",
      "No strict transport.",
    ),
  ],
});
