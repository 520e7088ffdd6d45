/**
 * Types of which several equal ones are replicas, so that their number is a count. Subnets, NAT gateways, route
 * tables and alarms are not: each of them is a place in the topology.
 */
export const replicaTypes: readonly string[] = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/volumeAttachment:VolumeAttachment",
  "aws:ebs/volume:Volume",
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:docdb/clusterInstance:ClusterInstance",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:lightsail/instance:Instance",
  "aws-native:ec2:Instance",
  "kubernetes:core/v1:Pod",
  "azure-native:compute*:VirtualMachine",
  "azure:compute/*VirtualMachine:*",
  "gcp:compute/instance:Instance",
  "google-native:compute/*:Instance",
  "digitalocean:index/droplet:Droplet",
  "hcloud:index/server:Server",
  "linode:index/instance:Instance",
  "openstack:compute/instance:Instance",
  "docker:index/container:Container",
];
