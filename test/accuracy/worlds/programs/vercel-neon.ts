import { secret, text } from "../engine/wired";
import { difference, world } from "../world";

/** A front end on Vercel with a serverless database; variables one resource each. */
export const vercelNeon = world({
  name: "vercel-neon",
  subject: {
    project: "shopfront",
    stack: "next",
    account: "0",
    region: "none",
    providers: { vercel: "1.14.3", neon: "0.4.0" },
    values: {
      env: "next",
      node: "20.x",
      url: "https://next.lumenary.shop",
      api: "https://api.next.lumenary.shop",
      mode: "test",
      minCu: 0.25,
      maxCu: 1,
      suspend: 300,
      analytics: "false",
      ga: "G-4K2M8P1QZX",
      flags: "new-cart,fast-search",
      sentry: "https://8f1e2d3c4b5a69788796a5b4c3d2e1f0@o449911.ingest.sentry.io/5511227",
    },
  },
  reference: {
    project: "shopfront",
    stack: "prod",
    account: "0",
    region: "none",
    providers: { vercel: "1.14.3", neon: "0.4.0" },
    values: {
      env: "prod",
      node: "20.x",
      url: "https://www.lumenary.shop",
      api: "https://api.lumenary.shop",
      mode: "live",
      minCu: 1,
      maxCu: 8,
      suspend: 0,
      analytics: "true",
      ga: "G-9T7R5W3VBN",
      flags: "fast-search",
      sentry: "https://0f1e2d3c4b5a69788796a5b4c3d2e1ff@o449911.ingest.sentry.io/5511301",
    },
  },
  program(app, v) {
    const db = app.resource("neon:index/project:Project", "shop", {
      name: `shopfront-${v.env}`,
      pgVersion: 16,
      regionId: "aws-eu-central-1",
      defaultEndpointSettings: {
        autoscalingLimitMinCu: v.minCu,
        autoscalingLimitMaxCu: v.maxCu,
        suspendTimeoutSeconds: v.suspend,
      },
    });
    const project = app.resource("vercel:index/project:Project", "shop", {
      name: `shopfront-${v.env}`,
      framework: "nextjs",
      nodeVersion: v.node,
      serverlessFunctionRegion: "fra1",
    });
    app.resource("vercel:index/projectDomain:ProjectDomain", "shop", {
      projectId: project.id,
      domain: v.url.replace("https://", ""),
    });
    const variable = (key: string, value: string | ReturnType<typeof text>) =>
      app.resource(
        "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
        key.toLowerCase().replaceAll("_", "-"),
        { projectId: project.id, key, value, targets: ["production"] },
      );
    variable("NEXT_PUBLIC_SITE_URL", v.url);
    variable("NEXT_PUBLIC_API_URL", v.api);
    variable("STRIPE_MODE", v.mode);
    variable("ANALYTICS_ENABLED", v.analytics);
    variable("GA_MEASUREMENT_ID", v.ga);
    variable("FEATURE_FLAGS", v.flags);
    variable("SENTRY_DSN", v.sentry);
    variable("DATABASE_URL", secret(text`postgres://shop@${db.get("databaseHost")}/shop?sslmode=require`));
    variable("DATABASE_HOST", text`${db.get("databaseHost")}`);
  },
  differences: [
    difference(
      "changed",
      "neon:index/project:Project::shop",
      "defaultEndpointSettings.autoscalingLimitMinCu",
      "A smaller database.",
    ),
    difference(
      "changed",
      "neon:index/project:Project::shop",
      "defaultEndpointSettings.autoscalingLimitMaxCu",
      "A smaller database.",
    ),
    difference(
      "changed",
      "neon:index/project:Project::shop",
      "defaultEndpointSettings.suspendTimeoutSeconds",
      "Suspends when idle.",
    ),
    difference(
      "changed",
      "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::stripe-mode",
      "value",
      "Payments are tests.",
    ),
    difference(
      "changed",
      "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::analytics-enabled",
      "value",
      "No analytics.",
    ),
    difference(
      "changed",
      "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::feature-flags",
      "value",
      "One flag more.",
    ),
    {
      ...difference(
        "changed",
        "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::ga-measurement-id",
        "value",
        "Each environment's own property of a third party: an id that nobody can read.",
      ),
      optional: true,
    },
    {
      ...difference(
        "changed",
        "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::sentry-dsn",
        "value",
        "Each environment's own project of a third party: an id that nobody can read.",
      ),
      optional: true,
    },
  ],
});
