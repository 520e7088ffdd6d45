import { defineRules } from "../rule";

export const namesInSettings = defineRules({
  name: "names-in-settings",
  reason:
    "Free keys that name, identify or guard: each environment has its own names, hosts, ids and credentials, and must " +
    "have one; doors and wires are compared as those of resources are.",
  on: ["parity:stack:Configuration"],
  rules: [
    {
      name: "identity",
      property: `
        *Name *Names *Domain(s) *DomainName *Subdomain* *Profile *Project *ProjectId *Account* *ZoneId
        *CertificateArn *CertArn *Certificate *Url(s) *Uri *Host(s) *Hostname *Endpoint(s) *Email* *Bucket *Arn
        *Environment *Env *Stage *Stack *Region *Location *Prefix *Id *Username *User *Login *Database *Queue *Table
        *Topic *Webhook *Workspace *Tenant *Subscription *Organization *Org *Server *PublicIp *PublishableKey
        *PublicKey *PosthogKey *Deployment *Namespace *Team *Owner *Aliases *Alias *Role *RoleArn *Secret.name
        *Repository *Registry *Description *Comment *Identifier *Contact *Href *Link *Address *Ref *StackReference
        *Branch *Suffix *EmailServer *Zone *Callback* *Label *Title *Repo *StaticIp *ElasticIp *Eip *IpAddress
        *HostIp *ServerIp`,
      policy: "configuration",
      kind: "identity",
      noise: true,
    },
    { name: "not-identity", property: ["*EngineId", "*LogGroup", "*ImageId", "*AmiId"], noise: false },
    {
      name: "imports",
      property: ["^environment"],
      kind: "identity",
      policy: "configuration",
      noise: true,
      list: "set",
    },
    {
      name: "credential",
      property: `
        *Secret *Secrets *SecretString *SecretValue *SecretRef *Password *Passwords *PasswordHash *Passwd *Pass *Token *ApiKey* *PrivateKey *SecretKey *AccessKey *AccessKeyId *SigningKey
        *Key *Credentials *Passphrase *Kubeconfig *Jwt *JwtSecret *Webhook *LicenseKey *License`,
      policy: "configuration",
      kind: "secret",
      secret: true,
      noise: true,
    },
    {
      name: "connection",
      property: "*ConnectionString *DatabaseUrl",
      policy: "configuration",
      kind: "secret",
      secret: true,
      noise: false,
    },
    {
      name: "data-keys",
      property: "*PartitionKey *SortKey *HashKey *RangeKey *PrimaryKey",
      policy: "data",
      kind: "text",
      secret: false,
      noise: false,
    },
    {
      name: "other-keys",
      property: "*RoutingKey *CacheKey *ConfigKey *LookupKey *TagKey *KeyType *MetricKey",
      policy: "configuration",
      kind: "text",
      secret: false,
      noise: false,
    },
    {
      name: "public-key",
      property: "*PublishableKey *PublicKey *PosthogKey *SiteKey *ClientKey *Dsn *SentryDsn",
      policy: "configuration",
      kind: "identity",
      noise: true,
      secret: false,
    },
    {
      name: "security",
      property: `
        *PublicAccess* *PubliclyAccessible *Encrypt~* *Kms* *KmsKey* *Ssl* *Tls* *Cors* *Waf* *Mfa* *Oidc*
        *Whitelist~* *Allowlist* *2fa *AllowedIps *HttpsOnly *AuthEnabled *BasicAuth* *PasswordLength *PasswordMin* *PasswordPolicy* *Firewall* *Origin(s)`,
      policy: "security",
      noise: false,
    },
    { name: "security-toggle", property: ["*PublicAccess*", "*PubliclyAccessible"], kind: "toggle", weaker: "true" },
    { name: "encryption-toggle", property: ["*Encrypt~*", "*EnableEncryption"], kind: "toggle", weaker: "false" },
    {
      name: "network",
      property: `
        *Cidr* *CidrBlock(s) *Subnet(s) *Subnets.* *SubnetId(s) *VpcId *Port *Ports *LoadBalancer* *Vpc *VpcCidr*
        *SecurityGroup* *AllowedIp* *Peering* *Vpn* *Dns* *VpcEndpoint(s) *TransitGateway*`,
      policy: "network",
      noise: false,
    },
    { name: "ports", property: ["*Port"], kind: "port" },
    { name: "ranges", property: ["*Cidr*", "*CidrBlock(s)", "*Subnets.*"], kind: "addressRange", document: "cidr" },
    {
      name: "dns-names",
      property: ["*DnsName", "*DnsZone*Name", "*ZoneDnsName"],
      policy: "network",
      kind: "identity",
      noise: true,
    },
    {
      name: "lists",
      property: "*Hosts *Domains *Origins *Urls *Zones *Subnets *Emails *Regions",
      list: "set",
    },
  ],
});
