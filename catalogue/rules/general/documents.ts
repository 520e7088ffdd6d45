import { defineRules } from "../../rule";

export const documents = defineRules({
  name: "general/documents",
  reason: "Strings that hold something structured are compared as what they hold.",
  rules: [
    {
      name: "user-data",
      property: ["*UserData", "*UserDataBase64", "*CustomData", "*StartupScript"],
      policy: "configuration",
      kind: "document",
      document: "userData",
      noise: false,
    },
    {
      name: "json",
      property: `
        *ContainerDefinitions ^definition *DefinitionString *Json *DefinitionBody *DashboardBody *DashboardJson
        *EventPattern *FilterPolicy *TemplateBody *ContainerProperties *ConfigurationValues *NodeProperties
        *EcsProperties *DeliveryPolicy *Spec.json *RuleDefinition *LifecyclePolicy *SessionPolicy *ReplayPolicy`,
      kind: "document",
      document: "json",
      noise: false,
    },
    {
      name: "container-definitions",
      property: ["containerDefinitions", "containers", "initContainers"],
      list: ["name"],
    },
    {
      name: "container-parts",
      property: `
        containerDefinitions.portMappings containerDefinitions.mountPoints containerDefinitions.dependsOn
        containerDefinitions.ulimits containerDefinitions.volumesFrom`,
      list: ["containerPort+protocol", "containerPort", "containerPath", "containerName", "sourceContainer", "name"],
    },
    {
      name: "yaml",
      property: "*Yaml manifest *Manifest *Kubeconfig *Buildspec",
      kind: "document",
      document: "yaml",
      noise: false,
    },
    { name: "base64", property: ["*Base64", "*Base64Encoded"], document: "base64" },
    { name: "statement-lists", property: ["statement", "statements"], list: ["sid"] },
  ],
});
