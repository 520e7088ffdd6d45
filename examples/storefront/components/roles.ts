import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What a role may do to what. */
export interface Grant {
  readonly actions: string[];
  readonly resources: pulumi.Input<string>[];
}

/** A role for an AWS service, with managed policies by name and grants of its own. */
export function serviceRole(
  name: string,
  service: string,
  managedPolicies: readonly string[],
  grants: readonly Grant[],
  parent: pulumi.Resource,
): aws.iam.Role {
  const trust = aws.iam.getPolicyDocumentOutput(
    { statements: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: [service] }] }] },
    { parent },
  );
  const role = new aws.iam.Role(name, { assumeRolePolicy: trust.json }, { parent });
  for (const policy of managedPolicies)
    new aws.iam.RolePolicyAttachment(
      `${name}-${policy.toLowerCase()}`,
      { role: role.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policy}` },
      { parent },
    );
  if (grants.length > 0) {
    const Statement = grants.map(({ actions, resources }) => ({
      Effect: "Allow",
      Action: actions,
      Resource: resources,
    }));
    new aws.iam.RolePolicy(
      name,
      { role: role.id, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement }) },
      { parent },
    );
  }
  return role;
}
