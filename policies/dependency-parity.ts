import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const dependencyParity = defineParityPolicy({
  name: "dependency-parity",
  description:
    "Images, runtimes, engines, layers, plugins and libraries never lag behind the reference, and lead only so far.",
  cause: "operating system or library versions",
  level: "mandatory",
  mend: mendWith({ changed: "move {property} to {value}", removed: "pin {property} to {value}" }),
});
