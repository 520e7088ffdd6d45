/** The caller's environment without what would steer Pulumi, the pack or AWS. */
export function neutral(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PULUMI|PARITY|AWS)_/.test(name)));
}
