// The least that a policy pack can be, in plain JavaScript: what ours is measured against.
const { PolicyPack } = require("@pulumi/policy");

const count = Number(process.env.EMPTY_STACK_POLICIES ?? "1");
const nothing = () => undefined;
const stackPolicies = Array.from({ length: count }, (_, at) => ({
  name: `nothing-${at}`,
  description: "finds nothing",
  enforcementLevel: "mandatory",
  validateStack: nothing,
}));

new PolicyPack("empty-pack", {
  policies: [
    { name: "nothing", description: "finds nothing", enforcementLevel: "mandatory", validateResource: nothing },
    ...stackPolicies,
  ],
});
