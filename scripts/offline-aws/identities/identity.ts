/**
 * What AWS makes up when something is created: ids, ARNs and addresses in their real shapes, as templates (see
 * ../template.ts) over the resource's own properties, `{region}`, `{account}` and `{id}`. ARNs stand without `arn:aws:`.
 */
export interface Identity {
  readonly id?: string;
  readonly arn?: string;
  readonly outputs?: Readonly<Record<string, string | number>>;
  /** The input that gets a name with a random suffix where the program gives none; `name` if not said. */
  readonly autoname?: string;
  /** Inputs whose change means a new resource. */
  readonly replaces?: readonly string[];
}
