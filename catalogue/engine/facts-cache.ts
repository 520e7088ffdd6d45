import type { PropertyFacts } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";

interface Node {
  facts: PropertyFacts | undefined;
  readonly below: Map<string, Node>;
}

/** Facts by path, as a tree, so that a look-up builds no string. */
export class FactsCache {
  readonly #root: Node = { facts: undefined, below: new Map() };

  get(path: Path, make: () => PropertyFacts): PropertyFacts {
    let node = this.#root;
    for (const step of path) {
      if (typeof step === "number") continue;
      let next = node.below.get(step);
      if (next === undefined) node.below.set(step, (next = { facts: undefined, below: new Map() }));
      node = next;
    }
    return (node.facts ??= make());
  }
}
