import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const RULES = "cloudflare:index/ruleset:Ruleset::waf";
const LOGIN = "auth0:index/action:Action::claims";

/** Auth0, Cloudflare 6, Vercel and Upstash in TypeScript: code as text, rules as expressions, lists of origins. */
export const membersEdge = world({
  name: "members-edge",
  subject: {
    project: "members-web",
    stack: "qa",
    account: "qa",
    region: "none",
    providers: { auth0: "3.12.0", cloudflare: "6.4.0", vercel: "2.11.0", upstash: "0.3.14", random: "4.18.0" },
    values: {
      env: "qa",
      apex: "plover-qa.app",
      zone: "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
      acct: "11112222333344445555666677778888",
      tenant: "plover-qa.eu.auth0.com",
      hours: 72,
      rotation: "non-rotating",
      action: "log",
      threshold: 1000,
      level: "essentially_off",
      bot: false,
      ttl: 60,
      region: "eu-west-1",
      tier: "free",
      tls: true,
      mfa: ["otp"],
      debug: true,
      node: "22.x",
      protect: "preview",
      scopes: ["openid", "profile", "email", "offline_access"],
      kv: "aa11bb22cc33dd44ee55ff6677889900",
    },
  },
  reference: {
    project: "members-web",
    stack: "main",
    account: "main",
    region: "none",
    providers: { auth0: "3.12.0", cloudflare: "6.4.0", vercel: "2.11.0", upstash: "0.3.14", random: "4.18.0" },
    values: {
      env: "main",
      apex: "plover.app",
      zone: "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
      acct: "88887777666655554444333322221111",
      tenant: "plover.eu.auth0.com",
      hours: 24,
      rotation: "rotating",
      action: "block",
      threshold: 100,
      level: "medium",
      bot: true,
      ttl: 3600,
      region: "eu-west-1",
      tier: "paid",
      tls: true,
      mfa: ["otp", "webauthn-roaming"],
      debug: false,
      node: "20.x",
      protect: "all",
      scopes: ["offline_access", "openid", "email", "profile"],
      kv: "0099887766ff55ee44dd33cc22bb11aa",
    },
  },
  program(app, v) {
    const made = (kind: string) => `${kind}_${v.zone.slice(0, 16)}`;
    const client = app.resource(
      "auth0:index/client:Client",
      "web",
      {
        name: `Members (${v.env})`,
        appType: "regular_web",
        callbacks: [`https://${v.apex}/api/auth/callback`, `https://www.${v.apex}/api/auth/callback`],
        allowedLogoutUrls: [`https://${v.apex}`],
        webOrigins: [`https://${v.apex}`, `https://www.${v.apex}`],
        refreshToken: { rotationType: v.rotation, expirationType: "expiring", tokenLifetime: 2592000 },
        grantTypes: ["authorization_code", "refresh_token"],
      },
      { outputs: { id: v.zone.slice(3), clientId: v.zone.slice(3) } },
    );
    const api = app.resource(
      "auth0:index/resourceServer:ResourceServer",
      "api",
      {
        name: `Members API (${v.env})`,
        identifier: `https://api.${v.apex}`,
        signingAlg: "RS256",
        tokenLifetime: v.hours * 3600,
      },
      { outputs: { id: v.zone.slice(0, 24) } },
    );
    app.resource(
      "auth0:index/clientGrant:ClientGrant",
      "web",
      {
        clientId: client.get("clientId"),
        audience: api.get("identifier"),
        scopes: v.scopes,
      },
      { outputs: { id: `cgr_${v.zone.slice(5, 21)}` } },
    );
    app.resource(
      "auth0:index/action:Action",
      "claims",
      {
        name: "claims",
        runtime: "node22",
        code: `exports.onExecutePostLogin = async (event, api) => {\n  const space = "https://${v.apex}/claims/";\n  api.idToken.setCustomClaim(space + "roles", event.authorization?.roles ?? []);\n${v.debug ? "  console.log(event.user.email);\n" : ""}};\n`,
        supportedTriggers: { id: "post-login", version: "v3" },
        secrets: [{ name: "API_KEY", value: secret("x") }],
        deploy: true,
      },
      {
        outputs: {
          id: `${v.zone.slice(0, 8)}-1111-4222-8333-${v.zone.slice(0, 12)}`,
          versionId: `${v.zone.slice(0, 8)}-9999-4222-8333-${v.zone.slice(0, 12)}`,
        },
      },
    );
    app.resource("auth0:index/guardian:Guardian", "mfa", {
      policy: "all-applications",
      otp: v.mfa.includes("otp"),
      webauthnRoaming: { enabled: v.mfa.includes("webauthn-roaming") },
    });
    app.resource(
      "auth0:index/customDomain:CustomDomain",
      "login",
      { domain: `login.${v.apex}`, type: "auth0_managed_certs" },
      {
        outputs: {
          id: `cd_${v.zone.slice(0, 16)}`,
          verifications: [
            {
              methods: [
                { record: `${v.tenant.split(".")[0] ?? ""}-cd-${v.zone.slice(0, 16)}.edge.tenants.eu.auth0.com` },
              ],
            },
          ],
        },
      },
    );
    app.resource(
      "cloudflare:index/dnsRecord:DnsRecord",
      "login",
      {
        zoneId: v.zone,
        name: `login.${v.apex}`,
        type: "CNAME",
        content: `${v.tenant.split(".")[0] ?? ""}-cd-${v.zone.slice(0, 16)}.edge.tenants.eu.auth0.com`,
        proxied: false,
        ttl: v.ttl,
      },
      { outputs: { id: `${v.zone.slice(16)}${v.acct.slice(0, 16)}` } },
    );
    app.resource("cloudflare:index/ruleset:Ruleset", "waf", {
      zoneId: v.zone,
      kind: "zone",
      phase: "http_request_firewall_custom",
      rules: [
        {
          action: v.action,
          description: "No old clients",
          expression: `(http.host eq "api.${v.apex}" and http.user_agent contains "curl/7")`,
        },
        {
          action: "block",
          description: "Too many logins",
          expression: `(http.host eq "login.${v.apex}")`,
          ratelimit: { requestsPerPeriod: v.threshold, period: 60, characteristics: ["ip.src", "cf.colo.id"] },
        },
      ],
    });
    for (const [id, value] of Object.entries({
      security_level: v.level,
      min_tls_version: "1.2",
      always_use_https: "on",
    }))
      app.resource("cloudflare:index/zoneSetting:ZoneSetting", id, { zoneId: v.zone, settingId: id, value });
    app.resource("cloudflare:index/botManagement:BotManagement", "bots", { zoneId: v.zone, fightMode: v.bot });
    app.resource("cloudflare:index/workersScript:WorkersScript", "edge", {
      accountId: v.acct,
      scriptName: `members-edge-${v.env}`,
      compatibilityDate: "2025-09-01",
      content: `export default { fetch(r, env) { return fetch("https://origin.${v.apex}" + new URL(r.url).pathname); } };`,
      bindings: [
        { name: "SESSIONS", type: "kv_namespace", namespaceId: v.kv },
        { name: "ISSUER", type: "plain_text", text: `https://login.${v.apex}/` },
        { name: "AUDIENCE", type: "plain_text", text: api.get("identifier") },
        { name: "CLIENT_ID", type: "plain_text", text: client.get("clientId") },
      ],
    });
    app.resource("cloudflare:index/zeroTrustAccessApplication:ZeroTrustAccessApplication", "admin", {
      accountId: v.acct,
      domain: `admin.${v.apex}`,
      sessionDuration: "8h",
      policies: [{ id: `${v.zone.slice(0, 8)}-2222-4222-8333-${v.zone.slice(0, 12)}`, precedence: 1 }],
      allowedIdps: [`${v.zone.slice(8, 16)}-3333-4222-8333-${v.zone.slice(0, 12)}`],
    });
    const redis = app.resource(
      "upstash:index/redisDatabase:RedisDatabase",
      "sessions",
      {
        databaseName: `sessions-${v.env}`,
        region: v.region,
        tls: v.tls,
        eviction: v.tier === "free",
      },
      {
        outputs: {
          id: `${v.zone.slice(0, 8)}-5555-4222-8333-${v.zone.slice(0, 12)}`,
          endpoint: `eu1-${v.env}-heron-3${v.zone.slice(0, 4)}.upstash.io`,
          port: 6379,
        },
      },
    );
    const project = app.resource(
      "vercel:index/project:Project",
      "web",
      {
        name: `members-${v.env}`,
        framework: "nextjs",
        nodeVersion: v.node,
        vercelAuthentication: { deploymentType: v.protect === "all" ? "all_deployments" : "standard_protection_new" },
      },
      { outputs: { id: made("prj") } },
    );
    for (const [key, value] of Object.entries({
      AUTH0_CLIENT_ID: client.get("clientId"),
      AUTH0_ISSUER: `https://login.${v.apex}`,
      AUTH0_AUDIENCE: api.get("identifier"),
      REDIS_URL: secret(text`rediss://default:x@${redis.get("endpoint")}:${redis.get("port")}`),
      NEXT_PUBLIC_FLAGS: json({ passkeys: !v.debug, billing: true }),
    }))
      app.resource("vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable", key, {
        projectId: project.id,
        key,
        value,
        targets: ["production", "preview"],
      });
  },
  differences: [
    difference(
      "changed",
      "auth0:index/client:Client::web",
      "refreshToken.rotationType",
      "Refresh tokens stay the same.",
    ),
    difference("changed", "auth0:index/resourceServer:*::api", "tokenLifetime", "Tokens live longer."),
    difference("changed", LOGIN, "code", "Logs addresses."),
    difference("changed", "auth0:index/guardian:Guardian::mfa", "webauthnRoaming.enabled", "No keys."),
    difference("changed", "cloudflare:index/dnsRecord:*::login", "ttl", "A minute."),
    difference("changed", RULES, "rules[0].action", "Only logs."),
    difference("changed", RULES, "rules[1].ratelimit.requestsPerPeriod", "Ten times as many."),
    difference("changed", "cloudflare:index/zoneSetting:ZoneSetting::security_level", "value", "Off."),
    difference("changed", "cloudflare:index/botManagement:*::bots", "fightMode", "Bots are let in."),
    difference("changed", "upstash:index/redisDatabase:*::sessions", "eviction", "Evicts when full."),
    difference("changed", "vercel:index/project:Project::web", "nodeVersion", "A major ahead."),
    difference(
      "changed",
      "vercel:index/project:Project::web",
      "vercelAuthentication.deploymentType",
      "Less is protected.",
    ),
    difference(
      "changed",
      "vercel:index/projectEnvironmentVariable:*::NEXT_PUBLIC_FLAGS",
      "value.passkeys",
      "The flag is off.",
    ),
  ],
});
