import { defineRules } from "../../rule";

export const network = defineRules({
  name: "general/network",
  reason: "Who can reach whom, and by which way.",
  rules: [
    {
      name: "address",
      property: `
        *Cidr *Cidrs *CidrBlock(s) *CidrIp *AddressPrefix(es) *AddressSpace *SourceRanges *IpRange(s)
        *IpAddressRange(s) *CidrRange *CidrIpv4 *CidrIpv6`,
      policy: "network",
      kind: "addressRange",
      document: "cidr",
      noise: false,
      list: "set",
    },
    {
      name: "ip",
      property: `
        *IpAddress(es) *Ipv4Address(es) *Ipv6Address(es) *Ip *Ips *IpSet *NameServers *DnsServers *Asn *Ipv4Pool
        *Ipv6Pool`,
      policy: "network",
      kind: "addressRange",
      noise: false,
      list: "set",
    },
    { name: "port", property: ["*Port", "*Ports", "*PortRange(s)"], policy: "network", kind: "port", noise: false },
    {
      name: "protocol",
      property: `
        *Protocol *Protocols *AddressType *IpAddressType *NetworkType *NetworkMode *Scheme *EndpointType
        *EndpointTypes *ProtocolVersion *TrafficPolicy *SessionAffinity *ConnectionType *ConnectivityType *LoadBalancerType *TargetType *Ipv6Enabled *IpVersion
        *Ipv6* *PrivateDns* *DnsRecord* *DnsOptions *DnsOptions.* endpointConfiguration.types
        ^endpointConfiguration.*`,
      policy: "network",
      kind: "enumeration",
      noise: false,
    },
    {
      name: "zone",
      property: ["*AvailabilityZone", "*AvailabilityZoneId", "*Zone"],
      policy: "network",
      kind: "identity",
      noise: false,
    },
    {
      name: "block",
      property: `
        ingress egress ingress.* egress.* *VpcConfig(s) *VpcConfig(s).* *NetworkConfiguration
        *NetworkConfiguration.* *VpcConfiguration(s) *VpcConfiguration(s).* *VpcOptions *VpcOptions.* *VpcSettings
        *VpcSettings.* *IpConfiguration *IpConfiguration.* routes routes.* *NetworkConfig *NetworkConfig.*
        *DnsConfig *DnsConfig.* *NetworkInterfaces.* *ServiceConnect*.* *SubnetMapping(s) *SubnetMapping(s).*
        *NetworkProfile.*`,
      policy: "network",
      noise: false,
    },
    { name: "rules", property: ["ingress", "egress"], list: ["protocol+fromPort+toPort"] },
    {
      name: "routing",
      property: `
        *SourceDestCheck *DnsSupport *DnsHostnames *CrossZone* *Peering* *NatGateway* *Route(s) *Routing internal
        *MapPublicIpOnLaunch *ClientIpPreservation* *DnsResolution *AddressOnCreation *NetworkInsights* *Proxied *VpcRouting
        *ClientAffinity *Attachment*Appliance*`,
      policy: "network",
      noise: false,
    },
  ],
});
