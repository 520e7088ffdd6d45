import { defineRules } from "../../rule";

export const references = defineRules({
  name: "general/references",
  reason:
    "An id, ARN or name that refers to another resource is compared by what it refers to. A difference is never noise: " +
    "the thing is wired to something else.",
  rules: [
    {
      name: "any",
      property: "*Arn(s) *Id *Ids *Identifier.arn elb *Vgw(s) lambdaConfig.* keyGroup.items *Members",
      kind: "reference",
      noise: false,
    },
    { name: "many", property: ["*Ids", "*Arns"], list: "set" },
    {
      name: "network",
      property: `
        *Vpc *VpcId(s) *VpcIdentifier *SubnetId(s) *Subnet(s) *SubnetGroupName *SubnetGroup *SecurityGroup(s)
        *SecurityGroupId(s) *SecurityGroupName(s) *SecurityGroupArn(s) *RouteTableId(s) *GatewayId
        *NetworkInterfaceId(s) *NetworkInterface(s) *AllocationId(s) *LoadBalancerArn(s) *LoadBalancer
        *LoadBalancerName(s) *LoadBalancers *ListenerArn(s) *TargetGroupArn(s) *TargetGroup *ZoneId(s) *NetworkAclId
        *VpcEndpointId(s) *VpcEndpoint *PeerVpcId *VpcPeeringConnectionId *TransitGateway*Id *VpcLinkId *EniId
        *PrefixListId(s) *CoreNetworkArn *CoreNetworkId *VpcConnectorArn *Subnetwork network *Network *NetworkId
        *DelegationSetId serviceRegistries.registryArn *SecurityGroupMembership(s) *VpcZoneIdentifiers *VpnGatewayId *CustomerGatewayId *ElasticIp *DhcpOptionsId
        *NameserverGroup`,
      policy: "network",
      kind: "reference",
      noise: false,
    },
    {
      name: "network-lists",
      property: `
        *SubnetIds *Subnets *SecurityGroups *SecurityGroupIds *SecurityGroupNames *RouteTableIds *TargetGroupArns
        *PrefixListIds *LoadBalancers *VpcZoneIdentifiers *VpcEndpointIds`,
      list: "set",
    },
    {
      name: "identity",
      property: `
        *RoleArn(s) role roles *Role *RoleName *IamRoles *PolicyArn(s) *PermissionsBoundary *InstanceProfile
        *InstanceProfileName *ServiceAccountName *ServiceAccount *KmsKeyId *KmsKeyIdentifier *KmsKeyArn *KmsKey
        *KmsId *KmsArn *KmsMasterKeyId *EncryptionKey *EncryptionKeyArn *CertificateArn(s) *CertificateId
        *Certificate *Certificates *CaCertIdentifier *CaCertificateIdentifier *SecretArn *SecretsManagerArn
        *CodeSigningConfigArn *SecretId *SecretName *UserPoolId *UserPoolArn(s) *AuthorizerId *PrincipalArn *KeyName
        *KeyPair *SshKey *WebAclArn *WebAclId *CustomerManagedKey~ *CredentialsArn *Credentials *SigningKey~
        *ProviderArn(s) *KeyVault~ *IdentityPoolId *OriginAccess~ *OriginAccessControlId *OriginAccessIdentity
        *KeyPairName *IdentityProvider* *TrustStore* *PolicyAttachments`,
      policy: "security",
      kind: "reference",
      noise: false,
    },
    {
      name: "identity-lists",
      property: "*RoleArns *PolicyArns roles *IamRoles *CertificateArns",
      list: "set",
    },
    {
      name: "by-name",
      property: `
        *ParameterGroup *OptionGroup *LogGroup *LaunchTemplate *RestApi *ConfigurationSet *Bucket *Cluster
        *TaskDefinition *Topic *Function *Queue *Ref.name *Refs.name *Secrets.name *PlanId`,
      kind: "reference",
      noise: false,
    },
  ],
});
