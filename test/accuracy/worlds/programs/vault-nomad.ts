import { json, text } from "../engine/wired";
import { difference, world } from "../world";

const JOB = "nomad:index/job:Job::billing";

/** Vault, Nomad, Consul and Keycloak: policies and jobs as HCL text, paths that hold the environment, realms. */
export const vaultNomad = world({
  name: "vault-nomad",
  subject: {
    project: "hashi",
    stack: "acceptance",
    account: "acc",
    region: "none",
    providers: { vault: "6.5.0", nomad: "2.4.1", consul: "3.12.5", keycloak: "6.2.0" },
    values: {
      env: "acceptance",
      short: "acc",
      dc: "ams-acc",
      host: "acc.kantoor.nl",
      ttl: 3600,
      max: "24h",
      count: 1,
      memory: 256,
      image: "registry.kantoor.nl/billing:4.2.0-rc1",
      otp: false,
      brute: false,
      session: "8h",
      refresh: 5,
      level: "debug",
      caps: ["read", "list", "update"],
      auth: "https://login.acc.kantoor.nl",
      accessor: "auth_oidc_1a2b3c4d",
      clientId: "6e1c2b3a-4d5e-4f60-8a7b-9c0d1e2f3a4b",
      keyType: "rsa",
      bits: 2048,
    },
  },
  reference: {
    project: "hashi",
    stack: "production",
    account: "prd",
    region: "none",
    providers: { vault: "6.5.0", nomad: "2.4.1", consul: "3.12.5", keycloak: "6.2.0" },
    values: {
      env: "production",
      short: "prd",
      dc: "ams-prd",
      host: "kantoor.nl",
      ttl: 3600,
      max: "24h",
      count: 4,
      memory: 1024,
      image: "registry.kantoor.nl/billing:4.1.7",
      otp: true,
      brute: true,
      session: "8h",
      refresh: 5,
      level: "info",
      caps: ["read", "list"],
      auth: "https://login.kantoor.nl",
      accessor: "auth_oidc_9f8e7d6c",
      clientId: "0f9e8d7c-6b5a-4948-9372-615e4d3c2b1a",
      keyType: "rsa",
      bits: 2048,
    },
  },
  program(app, v) {
    const mount = app.resource(
      "vault:index/mount:Mount",
      "kv",
      { path: `kv-${v.env}`, type: "kv-v2", description: `Secrets of ${v.env}` },
      { outputs: { id: `kv-${v.env}`, accessor: v.accessor.replace("auth_oidc", "kv") } },
    );
    const policy = app.resource(
      "vault:index/policy:Policy",
      "billing",
      {
        name: `billing-${v.short}`,
        policy: text`path "${mount.get("path")}/data/billing/*" {\n  capabilities = [${v.caps.map((one) => `"${one}"`).join(", ")}]\n}\n\npath "pki-${v.env}/issue/billing" {\n  capabilities = ["update"]\n}\n`,
      },
      { outputs: { id: `billing-${v.short}` } },
    );
    const backend = app.resource(
      "vault:jwt/authBackend:AuthBackend",
      "oidc",
      {
        path: "oidc",
        type: "oidc",
        oidcDiscoveryUrl: `${v.auth}/realms/kantoor-${v.short}`,
        oidcClientId: v.clientId,
        defaultRole: "reader",
      },
      { outputs: { id: "oidc", accessor: v.accessor } },
    );
    app.resource("vault:jwt/authBackendRole:AuthBackendRole", "reader", {
      backend: backend.get("path"),
      roleName: "reader",
      tokenTtl: v.ttl,
      tokenPolicies: [policy.get("name"), "default"],
      allowedRedirectUris: [
        `https://vault.${v.host}/ui/vault/auth/oidc/oidc/callback`,
        "http://localhost:8250/oidc/callback",
      ],
      userClaim: "sub",
    });
    const group = app.resource(
      "vault:identity/group:Group",
      "billing",
      { name: `billing-${v.short}`, type: "external", policies: [policy.get("name")] },
      { outputs: { id: `${v.clientId.slice(0, 8)}-aaaa-4bbb-8ccc-dddddddddddd` } },
    );
    app.resource("vault:identity/groupAlias:GroupAlias", "billing", {
      name: `/teams/billing-${v.short}`,
      mountAccessor: backend.get("accessor"),
      canonicalId: group.id,
    });
    app.resource("vault:pkiSecret/secretBackendRole:SecretBackendRole", "billing", {
      backend: `pki-${v.env}`,
      name: "billing",
      allowedDomains: [`billing.service.${v.dc}.consul`, v.host],
      allowSubdomains: true,
      keyType: v.keyType,
      keyBits: v.bits,
      maxTtl: v.max,
    });
    app.resource("nomad:index/job:Job", "billing", {
      jobspec: text`job "billing" {
  datacenters = ["${v.dc}"]
  group "api" {
    count = ${v.count}
    task "api" {
      driver = "docker"
      config {
        image = "${v.image}"
      }
      vault {
        policies = ["${policy.get("name")}"]
      }
      template {
        data = "{{ with secret \\"${mount.get("path")}/data/billing/db\\" }}{{ .Data.data.url }}{{ end }}"
        destination = "secrets/env"
      }
      env {
        LOG_LEVEL = "${v.level}"
        PUBLIC_URL = "https://billing.${v.host}"
      }
      resources {
        memory = ${v.memory}
      }
    }
  }
}
`,
    });
    app.resource("consul:index/keys:Keys", "billing", {
      datacenter: v.dc,
      keys: [
        { path: `config/${v.env}/billing/log-level`, value: v.level, delete: true },
        { path: `config/${v.env}/billing/session`, value: v.session, delete: true },
        {
          path: `config/${v.env}/billing/features`,
          value: json({ invoices: { pdf: true, ubl: v.otp }, host: v.host }),
          delete: true,
        },
      ],
    });
    app.resource("consul:index/configEntry:ConfigEntry", "intentions", {
      kind: "service-intentions",
      name: "billing",
      configJson: json({
        Sources: [
          { Name: "frontend", Action: "allow" },
          { Name: `batch-${v.short}`, Action: "allow" },
        ],
      }),
    });
    const realm = app.resource(
      "keycloak:index/realm:Realm",
      "kantoor",
      {
        realm: `kantoor-${v.short}`,
        displayName: `Kantoor ${v.env}`,
        loginTheme: "kantoor",
        ssoSessionIdleTimeout: v.session,
        bruteForceDetection: v.brute ? "on" : "off",
        otpPolicy: { algorithm: "HmacSHA256", digits: 6 },
        smtpServer: { host: `smtp.${v.host}`, from: `noreply@${v.host}` },
      },
      { outputs: { id: `kantoor-${v.short}`, internalId: v.clientId } },
    );
    const client = app.resource(
      "keycloak:openid/client:Client",
      "vault",
      {
        realmId: realm.id,
        clientId: v.clientId,
        accessType: "CONFIDENTIAL",
        validRedirectUris: [`https://vault.${v.host}/*`],
        webOrigins: [`https://vault.${v.host}`],
        consentRequired: v.otp,
      },
      { outputs: { id: v.clientId.slice(9) } },
    );
    app.resource("keycloak:openid/groupMembershipProtocolMapper:GroupMembershipProtocolMapper", "groups", {
      realmId: realm.id,
      clientId: client.id,
      claimName: "groups",
      fullPath: true,
    });
  },
  differences: [
    difference("changed", "vault:index/policy:Policy::billing", "policy", "May write as well."),
    difference("changed", JOB, "jobspec", "Fewer, smaller, another image, logs more."),
    difference("changed", "consul:index/keys:Keys::billing", "keys[0].value", "Logs more."),
    difference("changed", "consul:index/keys:Keys::billing", "keys[2].value.invoices.ubl", "The feature is off."),
    difference("changed", "keycloak:index/realm:Realm::kantoor", "bruteForceDetection", "Passwords can be guessed."),
    difference("changed", "keycloak:openid/client:Client::vault", "consentRequired", "Nobody is asked."),
  ],
});
