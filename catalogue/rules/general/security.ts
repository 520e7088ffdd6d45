import { defineRules } from "../../rule";

export const security = defineRules({
  name: "general/security",
  reason:
    "Encryption, exposure, identity and secrets. Staging holds the same doors as production, or finds its bugs too late.",
  rules: [
    {
      name: "encryption",
      property: `
        *Encrypt~* *Encrypt~*.* *Encrypt~.* *Sse* *Sse*.* *Kms* *Tls* *Tls*.* *Ssl* *Ssl*.* *Cipher*
        *SecurityPolicy* *MinimumProtocolVersion *Hsm* *SseAlgorithm *EnforceHttps *HttpsOnly *ViewerProtocolPolicy
        *MinimumTlsVersion *Mtls*.* *HttpsRequired *SecureTransport* *SecurityHeaders*.* *SslProtocols *SslProtocol
        *SslSecurityProtocol *AuthenticationProtocol *AuthenticationScheme *SslMode *TlsVersion *SslVersion
        *OriginProtocolPolicy *HttpsTrafficOnly *UseHttps *RequireHttps *ForceHttps *CustomerKey* *NonSslPort`,
      policy: "security",
      noise: false,
    },
    {
      name: "encrypted",
      property: `
        encrypted *Encrypted *EncryptionEnabled *EnableKeyRotation *KeyRotationEnabled *SseEnabled *TlsEnabled
        *EncryptionAtRest *EnforceHttps *HttpsOnly *Encrypt~.enabled`,
      policy: "security",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    {
      name: "exposure",
      property: `
        *PubliclyAccessible *PublicAccess *Public *AssociatePublicIpAddress *AssignPublicIp *PublicNetworkAccess*
        *AllowBlobPublicAccess *AnonymousAuth* *UnauthenticatedAccess *Unauthenticated*`,
      policy: "security",
      kind: "toggle",
      weaker: "true",
      noise: false,
    },
    {
      name: "public-ranges",
      property: `
        *PublicAccessCidrs *AuthorizedIpRanges *AuthorizedNetworks* *AuthorizedNetworks*.* *WhitelistedIps *AllowedIps
        *AllowedCidr~`,
      policy: "security",
      kind: "addressRange",
      document: "cidr",
      noise: false,
      list: "set",
    },
    {
      name: "public-block",
      property: `
        *BlockPublicAcls *BlockPublicPolicy *IgnorePublicAcls *RestrictPublicBuckets *PrivateAccess
        *PublicAccessPrevention *BucketLevelAccess`,
      policy: "security",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    {
      name: "access",
      property: `
        *Acl *Acls *Auth *Auth.* *AuthType *Authentication* *Authentication*.* *Authorization* *Authorizer*
        *Permission(s) *Permission(s).* *Privilege~* *AccessControl* *AccessPolic~ *Iam* *Cors* *Cors*.*
        *Principal(s) *Oidc* *Oidc*.* *Whitelist* *Blacklist* *Allowlist* *Denied* *SecurityContext
        *SecurityContext.* *MetadataOptions *MetadataOptions.* *HttpTokens *HopLimit *Waf* *Mfa* *PasswordPolicy
        *PasswordPolicy.* *Scan* *ImageScanning~*.* *Mutability *ApiKeyRequired *AuthFlows *Oauth*
        *DisableExecuteApiEndpoint *ExecuteCommand *PrivilegedMode *GeoRestriction *GeoRestriction.* *InvalidHeader*
        *DesyncMitigation* *Capabilities.* *UserPool* *GenerateSecret *TokenValidity *ThumbprintList(s)
        *ClientIdList(s) *SignIn* *PublicKey *AdvancedSecurity* *AdvancedSecurity*.* *TrustedSigners
        *TrustedKeyGroups *Sasl* *Sasl*.* *Rbac* *AccessConfig.* *NetworkIsolation* *RootAccess *Passcode* *Saml*
        *Saml*.* *FirewallPolic~ *Guardrail* *ImageScanning~* *Audit* *Audit*.* *Ddos* *Shielded* *ShieldedInstance*.*
        *SecureBoot* *IntegrityMonitoring* *PrivateNodes *PrivateEndpoint *PrivateCluster* *Visibility
        *MetadataTags httpEndpoint *IpcMode *PidMode *HostNetwork *HostPid *HostIpc *Grant(s) *Grant(s).*
        *BypassPolicyLockout* *PublicSecurityGroupRule* *PublicSecurityGroupRule*.*`,
      policy: "security",
      noise: false,
    },
    {
      name: "policy-document",
      property: `
        ^policy *AssumeRolePolicy *PolicyDocument *InlinePolicy *InlinePolicies *AccessPolicies *AccessPolicy
        *ResourcePolicy *PolicyText *IamPolicy *BucketPolicy *FileSystemPolicy *QueuePolicy *TopicPolicy
        *RepositoryPolicy *KeyPolicy inlinePolicies.policy`,
      policy: "security",
      kind: "document",
      document: "iam",
      noise: false,
    },
    {
      name: "secret",
      property: `
        *Password *Secret *SecretString *SecretKey *AuthToken *AccessToken *AccessKey *PrivateKey *ApiKey
        *Passphrase *ConnectionString *Credential *SecretValue *PasswordWo *SecretWo *SecretStringWo *SecretBinary
        *ClientSecret token *ApiToken *SharedSecret *OauthToken *Passwords *PrivateKeyWo *AccessKeySecret
        *PlaintextValue`,
      policy: "security",
      kind: "secret",
      secret: true,
      noise: false,
    },
    {
      name: "secret-references",
      property: ["secrets", "*Secrets", "secrets.*", "*Secret*"],
      policy: "security",
      kind: "reference",
      noise: false,
    },
    { name: "secret-lists", property: ["secrets"], list: ["name"] },
    {
      name: "user",
      property: ["*MasterUsername", "*AdminUsername", "*AdministratorLogin", "*MasterUser"],
      policy: "security",
      kind: "identity",
      noise: true,
    },
  ],
});
