import type { FailedPair } from "../../../core/report/types";
import type { ReadState, StateFile } from "../inventory/folder";
import type { Place } from "../inventory/references";
import type { AuditRequest } from "../request";
import type { Answers } from "./fleet";
import type { Asked } from "./share";

/** What a thread is born with. All of these are copied on their way, so they are plain data. */
export interface Order {
  readonly request: AuditRequest;
  readonly place: Place;
  readonly files: readonly StateFile[];
}

/** What a thread is told to do. */
export type Task = { readonly kind: "list" } | { readonly kind: "answer"; readonly asked: Asked };

/** What a thread tells: of each pair when it is judged, and what came of its task. */
export type Told = { readonly kind: "judged" } | Result;

export type Result =
  | { readonly kind: "listed"; readonly states: readonly (ReadState | FailedPair)[] }
  | { readonly kind: "answered"; readonly answers: Answers };
