import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const IMPORT = "pulumi-nodejs:dynamic:Resource::*seed";
const API = "docker:index/container:Container::*api";

/** Dynamic providers, remote components, commands, Docker on a host, and outputs of another stack. */
export const dynamicShop = world({
  name: "dynamic-shop",
  subject: {
    project: "shop-host",
    stack: "stage",
    account: "host-stage",
    region: "none",
    providers: { docker: "4.6.2", command: "1.0.4", acme: "3.1.0", random: "4.18.0", "pulumi-nodejs": "1.0.0" },
    values: {
      env: "stage",
      host: "10.20.1.14",
      base: "stage.acme.shop",
      zone: "Z-STAGE-88121",
      nonce: "6c1f",
      batch: 100,
      replicas: 1,
      memory: 512,
      restart: "no",
      node: "22-alpine",
      digest: "1f2e3d4c5b6a79880716253443526170f1e2d3c4b5a697887960514233241506",
      level: "debug",
      upload: "10m",
      seedMode: "sample",
      cron: "*/30 * * * *",
      plugin: "3.1.0",
    },
  },
  reference: {
    project: "shop-host",
    stack: "prod",
    account: "host-prod",
    region: "none",
    providers: { docker: "4.6.2", command: "1.0.4", acme: "3.0.2", random: "4.18.0", "pulumi-nodejs": "1.0.0" },
    values: {
      env: "prod",
      host: "10.10.1.14",
      base: "acme.shop",
      zone: "Z-PROD-11902",
      nonce: "b7d2",
      batch: 100,
      replicas: 3,
      memory: 2048,
      restart: "always",
      node: "22-alpine",
      digest: "77aa3d4c5b6a79880716253443526170f1e2d3c4b5a697887960514233241999",
      level: "info",
      upload: "10m",
      seedMode: "full",
      cron: "*/30 * * * *",
      plugin: "3.0.2",
    },
  },
  program(app, v) {
    const network = app.resource(
      "pulumi:pulumi:StackReference",
      `acme/network/${v.env}`,
      { name: `acme/network/${v.env}` },
      {
        outputs: { outputs: { hostAddress: v.host, zoneId: v.zone, domain: v.base }, secretOutputNames: [] },
      },
    );
    const code = (body: string) =>
      `exports.handler = __f0;\n\nfunction __f0() {\n  return (function() {\n    with({ endpoint: "https://api.${v.base}" }) {\n${body}\n    }\n  }).apply(undefined, undefined);\n}\n`;
    const backend = app.component(
      "acme:platform:Backend",
      `shop-${v.env}`,
      {},
      {
        domain: network.get("outputs.domain"),
        replicas: v.replicas,
        args: { logLevel: v.level, owner: "team-shop" },
      },
    );
    const on = { parent: backend };
    const password = app.resource(
      "random:index/randomPassword:RandomPassword",
      `${v.env}-db`,
      { length: 32, special: false },
      on,
    );
    const net = app.resource(
      "docker:index/network:Network",
      `${v.env}-net`,
      { name: `shop-${v.env}`, driver: "bridge" },
      on,
    );
    const volume = app.resource("docker:index/volume:Volume", `${v.env}-data`, { name: `shop-${v.env}-data` }, on);
    const image = app.resource(
      "docker:index/remoteImage:RemoteImage",
      `${v.env}-api`,
      {
        name: `ghcr.io/acme/shop-api:${v.env}`,
        keepLocally: true,
        pullTriggers: [`sha256:${v.digest}`],
      },
      {
        ...on,
        outputs: {
          repoDigest: `ghcr.io/acme/shop-api@sha256:${v.digest}`,
          imageId: `sha256:${v.digest.slice(32)}${v.digest.slice(0, 32)}`,
        },
      },
    );
    const db = app.resource(
      "docker:index/container:Container",
      `${v.env}-db`,
      {
        image: "postgres:16.4-alpine",
        name: `shop-${v.env}-db`,
        restart: v.restart,
        networksAdvanced: [{ name: net.get("name"), aliases: ["db"] }],
        volumes: [{ volumeName: volume.get("name"), containerPath: "/var/lib/postgresql/data" }],
        envs: ["POSTGRES_DB=shop", secret(text`POSTGRES_PASSWORD=${password.get("result")}`)],
      },
      on,
    );
    app.resource(
      "docker:index/container:Container",
      `${v.env}-api`,
      {
        image: image.get("repoDigest"),
        name: `shop-${v.env}-api`,
        restart: v.restart,
        memory: v.memory,
        networksAdvanced: [{ name: net.get("name") }],
        ports: [{ internal: 3000, external: 8080 }],
        envs: [
          text`DATABASE_HOST=${db.get("name")}`,
          `LOG_LEVEL=${v.level}`,
          `PUBLIC_URL=https://${v.base}`,
          `APP_ENV=${v.env}`,
          `UPLOAD_LIMIT=${v.upload}`,
        ],
        labels: [
          { label: "traefik.http.routers.api.rule", value: `Host(\`api.${v.base}\`)` },
          { label: "com.acme.env", value: v.env },
        ],
      },
      on,
    );
    const seed = app.resource(
      "pulumi-nodejs:dynamic:Resource",
      `${v.env}-seed`,
      {
        __provider: code(`      return { id: "${v.nonce}" };`),
        batchSize: v.batch,
        mode: v.seedMode,
        database: text`postgres://shop@${db.get("name")}:5432/shop`,
        endpoint: `https://api.${v.base}/seed`,
      },
      {
        ...on,
        outputs: { id: `seed-${v.nonce}`, seededAt: `2026-02-0${v.nonce.slice(1, 2)}T00:00:00Z`, rows: v.batch },
      },
    );
    app.resource(
      "command:local:Command",
      `${v.env}-smoke`,
      {
        create: `curl --fail https://api.${v.base}/health`,
        environment: { TARGET: v.env, SEED: seed.id },
        triggers: [image.get("repoDigest"), seed.get("seededAt")],
      },
      on,
    );
    app.resource(
      "command:remote:Command",
      `${v.env}-cron`,
      {
        connection: { host: network.get("outputs.hostAddress"), user: "deploy", privateKey: secret("k") },
        create: text`echo '${v.cron} docker exec ${db.get("name")} pg_dump shop | gzip > /backup/shop-${v.env}.sql.gz' | crontab -`,
        delete: "crontab -r",
      },
      on,
    );
    app.resource(
      "docker:index/serviceConfig:ServiceConfig",
      `${v.env}-nginx`,
      {
        name: `nginx-${v.env}-${v.nonce}a1b2`,
        data: Buffer.from(
          `server {\n  server_name api.${v.base};\n  client_max_body_size ${v.upload};\n  location / { proxy_pass http://api:3000; }\n}\n`,
        ).toString("base64"),
      },
      on,
    );
    app.resource(
      "pulumiservice:index:Webhook",
      `${v.env}-hook`,
      {
        organizationName: "acme",
        projectName: "shop-host",
        stackName: v.env,
        displayName: `deploys of ${v.env}`,
        active: true,
        payloadUrl: `https://hooks.${v.base}/pulumi`,
        filters: ["update_succeeded", "update_failed"],
      },
      on,
    );
    app.resource(
      "acme:platform:Route",
      `${v.env}-route`,
      {
        zone: network.get("outputs.zoneId"),
        host: `api.${v.base}`,
        policy: json({ retries: 2, upstream: `shop-${v.env}-api` }),
      },
      on,
    );
  },
  differences: [
    difference("changed", "pulumi:providers:acme::default_*", "version", "A minor ahead."),
    difference("changed", "docker:index/container:Container::*db", "restart", "Stays down after a crash."),
    difference("changed", API, "restart", "Stays down after a crash."),
    difference("changed", API, "memory", "A quarter of the memory."),
    difference("changed", API, "envs[1]", "Logs more."),
    difference("changed", IMPORT, "mode", "A sample only."),
    difference("changed", "docker:index/remoteImage:RemoteImage::*", "pullTriggers[0]", "Another build."),
    {
      ...difference("changed", "docker:index/container:Container::*", "image", "Another build, as the image tells."),
      optional: true,
    },
  ],
});
