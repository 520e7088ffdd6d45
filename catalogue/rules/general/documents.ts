import { defineRules } from "../../rule";

export const documents = defineRules({
  name: "general/documents",
  reason: "Strings that hold something structured are compared as what they hold.",
  rules: [
    {
      name: "user-data",
      property: ["userData", "*UserDataBase64", "*UserDataReplaceOnChange", "customData"],
      policy: "configuration",
      kind: "document",
      document: "userData",
      noise: false,
    },
    { name: "user-data-base64", property: ["userDataBase64"], document: "userData" },
    {
      name: "json",
      property: [
        "containerDefinitions",
        "definition",
        "*DefinitionString",
        "*Json",
        "*DefinitionBody",
        "dashboardBody",
        "*DashboardJson",
        "buildspec",
        "*Buildspec",
        "eventPattern",
        "*FilterPolicy",
        "*TemplateBody",
      ],
      policy: "configuration",
      kind: "document",
      document: "json",
      noise: false,
    },
    { name: "container-definitions", property: ["containerDefinitions"], list: ["name"] },
    {
      name: "container-parts",
      property: [
        "containerDefinitions.portMappings",
        "containerDefinitions.mountPoints",
        "containerDefinitions.dependsOn",
        "containerDefinitions.ulimits",
      ],
      list: ["containerPort+protocol", "containerPath", "containerName", "name"],
    },
    {
      name: "yaml",
      property: ["*Yaml", "manifest", "*Manifest", "kubeconfig", "*Kubeconfig"],
      policy: "configuration",
      kind: "document",
      document: "yaml",
      noise: false,
    },
    { name: "base64", property: ["*Base64", "*Base64Encoded"], document: "base64" },
    { name: "statement-sets", property: ["*Statement", "statements"], list: ["Sid", "sid"] },
  ],
});
