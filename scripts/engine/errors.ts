/** No engine can be had here: neither a Pulumi CLI nor what it takes to build one. The message says how to get it. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
}
