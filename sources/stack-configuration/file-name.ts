import { basename } from "node:path";

const STACK_FILE = /(?:^|[^A-Za-z0-9])Pulumi\.(.+?)\.ya?ml(?:\.gz)?$/i;
const OTHER_FILE = /^(.+?)\.ya?ml(?:\.gz)?$/i;

/** True for `Pulumi.yaml`. */
export function isProjectFile(file: string): boolean {
  return /^Pulumi\.ya?ml$/i.test(basename(file));
}

export function isYamlFile(file: string): boolean {
  return /\.ya?ml(?:\.gz)?$/i.test(file);
}

/** The stack that a `Pulumi.<stack>.yaml` is named after; undefined for any other file, `Pulumi.yaml` included. */
function stackOfFile(file: string): string | undefined {
  return STACK_FILE.exec(basename(file))?.[1];
}

/** What to call the stack of any YAML file: `config.staging.yaml` belongs to `staging`. */
export function stackNameFor(file: string): string {
  const plain = OTHER_FILE.exec(basename(file))?.[1] ?? basename(file);
  return stackOfFile(file) ?? plain.slice(plain.lastIndexOf(".") + 1);
}
