import type { Resource } from "../model/resource";
import { eachText } from "../symbolise/leaves";
import { partsOfArn } from "../symbolise/owners";

/** The texts that a resource has at an output, as mentions name it: `*` for any element of a list, `#` for a part of an ARN. */
export function textsAt({ id, outputs }: Resource, output: string): readonly string[] {
  const [path = "", part] = output.split("#");
  const texts = path === "id" && id !== undefined ? [id] : [];
  const top = path.split(".", 1)[0] ?? "";
  eachText(outputs[top], (text, steps) => {
    if ([top, ...steps].join(".") === path) texts.push(text);
  });
  return part === undefined ? texts : texts.flatMap((text) => partsOfArn(text)[Number(part)] ?? []);
}
