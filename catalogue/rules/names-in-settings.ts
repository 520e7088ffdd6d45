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
        *Branch *Suffix *EmailServer *Hosts.* *Domains.* *Urls.* *Endpoints.* *Hostnames.* *Buckets.* *Emails.*
        *TargetIp(s) *ResolverIp(s) *NameServers *DnsServers *Ip *Addr *Fqdn *Cname *Realm *Dataset *Keyspace *Vhost
        *Exchange *Recipient(s) *SlackChannel(s) *AlertChannel(s) *Sender *From *ReplyTo *Phone *PhoneNumber *Audience
        *Issuer *Eui *Imei *MacAddress *SerialNumber *Uuid *Guid *Fingerprint *Thumbprint *Zone *Callback* *Label *Title *Repo *StaticIp *ElasticIp *Eip *IpAddress
        *HostIp *ServerIp`,
      policy: "configuration",
      kind: "identity",
      noise: true,
    },
    {
      name: "not-identity",
      property: `
        *EngineId *LogGroup *ImageId *AmiId *EmailBackend *EmailProvider *EmailDriver *EmailTransport *EmailMode
        *ModelName *ModelId *ProviderName *DriverName *BackendName *AdapterName *EngineName *AlgorithmName *StrategyName`,
      noise: false,
    },
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
        *Whitelist~* *Allowlist* *AllowList* *Denylist* *DenyList* *Blocklist* *BlockList* *2fa *AllowedIps *HttpsOnly
        *AuthEnabled *BasicAuth* *WafMode *PerIp *PasswordLength *PasswordMin* *PasswordPolicy* *Firewall* *Origin(s) *CodeSigning*
        *ImageSigning *SignedUrls *SignedCookies *Secure *Anonymous* *GuardDuty* *SecurityHub* *Macie* *Inspector*
        *CloudTrail* *Pkce* *BruteForce* *Hsts* *Csp *CspPolicy *ContentSecurityPolicy *ThreeDSecure *TwoFactor*
        *TlsVersion *TlsMinVersion *SslVersion *MinTls* *MinimumTls* *MinimalTls* *MinimumProtocolVersion
        *MinProtocolVersion *Imds* *HttpTokens *RootLogin *PodSecurity* *NetworkPolic~ *RunAsNonRoot *RunAsRoot
        *CaCertificateIdentifier *CaCertIdentifier *SessionDuration *Scan *ScanOnPush *Scanning *AccessControl*
        *Privileged *SecurityMode *SecurityPolicy *SecurityLevel *DropInvalid* *Shell *Ssh* *RemoteAccess* *Defender* *Ddos*
        *PrivateEndpoints *Harden~* *Seccomp* *AppArmor* *Selinux* *Kyverno* *Gatekeeper* *Superuser* *Sudo*
        *PermissionsBoundary *IpFilter* *IpRestriction~* *IpWhitelist *RequireAuth* *AuthRequired *AuthMode
        *AuthMethod(s) *LoginAttempts *Lockout* *Sso* *PublicRead* *PublicWrite* *Csrf* *SameSite *HttpOnly
        *KeyRotation* *SecretRotation* *VulnerabilityScan* *Quarantine*
        *Rbac* *Captcha* *Antivirus* *Bastion* *JustInTimeAccess *PublicEndpoint *PrivateEndpoint*
        *EndpointPublicAccess *EndpointPrivateAccess *PublicIp.enabled`,
      policy: "security",
      noise: false,
    },
    {
      name: "guards",
      property: `
        *Waf.* *Mfa.* *Firewall.* *Iam.* *GuardDuty.* *SecurityHub.* *Tls.* *Ssl.* *Hsts.* *Csp.* *PasswordPolicy.*
        *Encryption.* *CloudTrail.* *SecurityContext.* *PodSecurity.* *Security.* *Defender.* *Ddos.* *Hardening.* *Cors.* *Rbac.*`,
      block: true,
      policy: "security",
    },
    { name: "security-toggle", property: ["*PublicAccess*", "*PubliclyAccessible"], kind: "toggle", weaker: "true" },
    { name: "encryption-toggle", property: ["*Encrypt~*", "*EnableEncryption"], kind: "toggle", weaker: "false" },
    {
      name: "network",
      property: `
        *Cidr* *CidrBlock(s) *Subnet(s) *Subnets.* *SubnetId(s) *VpcId *Port *Ports *LoadBalancer* *Vpc *VpcCidr*
        *SecurityGroup* *AllowedIp* *Peering* *Vpn* *Dns* *VpcEndpoint(s) *VpcEndpoints.* *TransitGateway* *AddressSpace *AddressPrefix(es) *RouteTable(s) *Routes *Vnet* *Vlan* *Bgp* *Asn
        *Mtu *Listen *BindAddress *ListenAddress *PrivateLink* *IngressClass *Ipv6* *ExpressRoute* *DirectConnect* *Interconnect* *StaticRoutes`,
      policy: "network",
      noise: false,
    },
    {
      name: "wires",
      property: `
        *Vpc.* *VpcEndpoints.* *TransitGateway.* *Tgw.* *DirectConnect.* *Vpn.* *Peering.* *Routing.* *Network.*
        *Networking.* *Subnets.* *LoadBalancer.* *Dns.* *PrivateLink.* *ServiceMesh.*`,
      policy: "network",
      fallback: true,
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
