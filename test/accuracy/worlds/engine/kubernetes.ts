import type { App, Handle, Options } from "./app";
import { drawn, uuid } from "./random";
import { type Inputs, text, type Wired } from "./wired";

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  /** The logical name; the object is called so with eight hex digits, unless `metadata.name` says otherwise. */
  readonly name: string;
  readonly metadata?: Inputs;
  readonly annotations?: Inputs;
  /** What stands beside `metadata`: `spec`, `data`, `rules`. */
  readonly body?: Inputs;
}

/** An object as the provider sends it, with what the cluster adds to it: its identity, its managers, its status. */
export function manifest(app: App, object: Manifest, options: Options) {
  const { apiVersion, kind, name, metadata = {}, body = {} } = object;
  const { stack, account } = app.place;
  const given = metadata.name ?? `${name}-${drawn("hex", 8, kind, name, account, stack)}`;
  const autonamed = metadata.name === undefined ? { "pulumi.com/autonamed": "true" } : {};
  const annotations = { ...autonamed, ...object.annotations };
  const named = { ...metadata, name: given, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) };
  const version = apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`;
  const inputs = { apiVersion, kind, metadata: named, ...body };
  const id = metadata.namespace === undefined ? given : text`${metadata.namespace}/${given}`;
  return app.resource(`kubernetes:${version}:${kind}`, name, inputs, {
    ...options,
    outputs: { id, metadata: { ...named, ...identityIn(app, kind, name) }, ...options.outputs },
  });
}

/** `metadata.name` of an object. */
export function nameOf(object: Handle): Wired {
  return object.get("metadata.name");
}

function identityIn({ place }: App, kind: string, name: string): Inputs {
  const of = [kind, name, place.account, place.stack];
  return {
    uid: uuid(...of),
    resourceVersion: drawn("digits", 7, ...of),
    generation: 3,
    creationTimestamp: `2026-01-${drawn("digits", 1, ...of)}1T08:01:22Z`,
    managedFields: [
      {
        apiVersion: "v1",
        fieldsType: "FieldsV1",
        fieldsV1: { "f:metadata": { "f:annotations": { ".": {} } } },
        manager: `pulumi-kubernetes-${drawn("hex", 8, ...of)}`,
        operation: "Apply",
        time: `2026-02-1${drawn("digits", 1, ...of)}T08:01:22Z`,
      },
    ],
  };
}
