import { defineRules } from "../../rule";

export const dependencies = defineRules({
  name: "general/dependencies",
  reason:
    "What is installed, and in which version: an environment may be ahead of production for a while, never behind.",
  rules: [
    {
      name: "version",
      property: "version *Version *VersionNumber *Release *Versions",
      policy: "dependency",
      kind: "version",
      noise: false,
      weaker: "lower",
    },
    {
      name: "no-version",
      property: `
        *HttpVersion *TemplateVersion *PayloadFormatVersion *SettingsVersion *SignatureVersion *DocumentationVersion
        *FormatVersion *SchemaVersion *PolicyVersion *LoginVersion *TokenVersion`,
      policy: "configuration",
      kind: "enumeration",
      noise: false,
    },
    { name: "write-only-version", property: ["*WoVersion"], policy: "security", kind: "count", noise: true },
    {
      name: "engine",
      property: "engine *Engine engineType *EngineType *EngineName",
      policy: "dependency",
      kind: "enumeration",
      noise: false,
    },
    {
      name: "runtime",
      property: `
        runtime *Runtime(s) solutionStackName *EngineLifecycleSupport releaseLabel *StackName.version *PythonVersion
        *LinuxFxVersion`,
      policy: "dependency",
      kind: "version",
      noise: false,
      weaker: "lower",
    },
    { name: "runtimes", property: ["*Runtimes"], list: "set" },
    { name: "family", property: ["^family"], policy: "dependency", kind: "version", noise: false },
    {
      name: "image",
      property: `
        image *Image *ImageUri *ImageId *ImageUrl ami *AmiId *ImageIdentifier *ImageTag *ImageDigest *Ami *ImageName
        *ImageArn image.tag image.repository image.* *Image.tag *BlueprintId imageReference.* *SourceImage`,
      policy: "dependency",
      kind: "image",
      noise: false,
    },
    {
      name: "system",
      property: `
        *AmiType *OsType *OperatingSystem *OperatingSystemFamily *Platform *ImageFamily *OsSku *ImageType`,
      policy: "dependency",
      kind: "enumeration",
      noise: false,
    },
    {
      name: "layer",
      property: ["layers", "*LayerArn(s)"],
      policy: "dependency",
      kind: "version",
      noise: false,
      list: "ordered",
    },
    {
      name: "pinned",
      property: "*RuntimeVersionArn *StateMachineVersionArn *UpdateRuntimeOn",
      policy: "dependency",
      kind: "reference",
      noise: false,
    },
    {
      name: "artefact",
      property: `
        ^code *S3Key *S3ObjectVersion *SourceCodeHash *CodeSha256 *SourceHash *CodeArchive ^chart *CodeHash`,
      policy: "dependency",
      kind: "version",
      noise: false,
    },
    {
      name: "auto-upgrade",
      property: `
        *AutoMinorVersionUpgrade *AllowMajorVersionUpgrade *AllowVersionUpgrade *AutoUpgrade*
        *AutomaticMinorVersion* *AutoSoftwareUpdate* *UpgradeChannel *ReleaseChannel *ReleaseChannel.*`,
      policy: "dependency",
      kind: "toggle",
      noise: false,
    },
    {
      name: "upgrade-policy",
      property: ["upgradePolicy", "upgradePolicy.*", "*SoftwareUpdateOptions", "*SoftwareUpdateOptions.*"],
      policy: "dependency",
      noise: false,
    },
  ],
});
