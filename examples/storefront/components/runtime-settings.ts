import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What the application reads while it runs: parameters, and feature flags that change without a deployment. */
export interface RuntimeArgs {
  readonly stack: string;
  readonly domain: string;
  readonly flags: Readonly<Record<string, boolean>>;
}

/** AppConfig's own format for flags. */
function flagDocument(flags: RuntimeArgs["flags"]): string {
  const entries = Object.entries(flags);
  return JSON.stringify({
    version: "1",
    flags: Object.fromEntries(entries.map(([name]) => [name, { name }])),
    values: Object.fromEntries(entries.map(([name, enabled]) => [name, { enabled }])),
  });
}

/** Parameters under one path, and an AppConfig application for the flags. */
export class Runtime extends pulumi.ComponentResource {
  readonly parameterPath: string;
  readonly application: aws.appconfig.Application;
  readonly environment: aws.appconfig.Environment;

  constructor(name: string, args: RuntimeArgs) {
    super("storefront:runtime:Runtime", name);
    this.parameterPath = `/storefront/${args.stack}`;
    this.#parameter("shop-url", `https://${args.domain}`);
    this.#parameter("checkout-timeout-ms", "8000");
    this.#parameter("search-page-size", "48");
    this.application = new aws.appconfig.Application(
      "storefront",
      { description: "Feature flags of the shop" },
      { parent: this },
    );
    this.environment = new aws.appconfig.Environment(
      "shop",
      { applicationId: this.application.id, name: args.stack },
      { parent: this },
    );
    this.#flags(args.flags);
    this.registerOutputs();
  }

  #parameter(key: string, value: string): void {
    new aws.ssm.Parameter(key, { name: `${this.parameterPath}/${key}`, type: "String", value }, { parent: this });
  }

  #flags(flags: RuntimeArgs["flags"]): void {
    const parent = { parent: this };
    const profile = new aws.appconfig.ConfigurationProfile(
      "flags",
      { applicationId: this.application.id, locationUri: "hosted", type: "AWS.AppConfig.FeatureFlags" },
      parent,
    );
    const version = new aws.appconfig.HostedConfigurationVersion(
      "flags",
      {
        applicationId: this.application.id,
        configurationProfileId: profile.configurationProfileId,
        contentType: "application/json",
        content: flagDocument(flags),
      },
      parent,
    );
    new aws.appconfig.Deployment(
      "flags",
      {
        applicationId: this.application.id,
        configurationProfileId: profile.configurationProfileId,
        configurationVersion: version.versionNumber.apply(String),
        deploymentStrategyId: "AppConfig.Linear50PercentEvery30Seconds",
        environmentId: this.environment.environmentId,
      },
      parent,
    );
  }
}
