/** The import boundaries, each with its reason. Data walks source → model → comparison → verdicts → report. */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "What imports in a circle cannot be read, tested or replaced one part at a time.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-is-pure",
      comment: "The comparison must give the same answer anywhere: no I/O, no clock, nothing of Pulumi, no other room.",
      severity: "error",
      from: { path: "^core/" },
      to: {
        path: "^(catalogue|sources|reporters|policies|cli|bin)/|^index\\.ts|node_modules/@pulumi/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "core-does-no-io",
      comment: "The core gets what it needs as arguments. (node:crypto and node:zlib compute, they do not read.)",
      severity: "error",
      from: { path: "^core/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|zlib)$" },
    },
    {
      name: "catalogue-knows-only-the-model",
      comment: "The catalogue is data with a small engine; it answers the core's questions and asks none.",
      severity: "error",
      from: { path: "^catalogue/" },
      to: {
        path: "^(core/(symbolise|align|compare|judge|report)|sources|reporters|policies|cli|bin)/|node_modules/@pulumi/",
      },
    },
    {
      name: "reporters-return-strings",
      comment: "A reporter is a pure function from report to string: it sees the report and nothing else.",
      severity: "error",
      from: { path: "^reporters/" },
      to: {
        path: "^(core/(?!report/|vocabulary|group-by)|catalogue|sources|policies|cli|bin)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "sources-only-read",
      comment: "A source turns something outside into the model; what becomes of it is not its business.",
      severity: "error",
      from: { path: "^sources/" },
      to: {
        path: "^(core/(symbolise|align|compare|judge)/|reporters|policies|cli|bin)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "policies-do-not-know-the-command",
      comment: "The pack is one face, the command the other; they share the core, not each other.",
      severity: "error",
      from: { path: "^policies/" },
      to: { path: "^(cli|bin)/" },
    },
    {
      name: "one-adapter",
      comment: "Only policies/pack knows @pulumi/policy and @pulumi/pulumi, so that a change of the SDK has one place.",
      severity: "error",
      from: { path: "^(core|catalogue|sources|reporters|cli|bin|policies/(?!pack/))" },
      to: { path: "node_modules/@pulumi/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "never-load-the-aws-package",
      comment: "@pulumi/aws takes seconds and hundreds of megabytes to load; type tokens are strings.",
      severity: "error",
      from: { path: "^(index\\.ts|core|catalogue|sources|reporters|policies|cli|bin)" },
      to: { path: "node_modules/@pulumi/aws", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default"] },
  },
};
