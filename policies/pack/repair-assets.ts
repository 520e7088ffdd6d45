import type { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { SIGNATURE_KEY, SIGNATURES } from "../../sources/state/signatures";

const CONTENTS = ["path", "text", "uri", "assets"];

/**
 * An empty text, or a hash alone, makes the policy SDK refuse the whole resource, and so the program with it. It gets a
 * content that the SDK accepts; what we compare by is the hash beside it.
 */
export function repairAssets(properties: Struct | undefined): void {
  properties?.getFieldsMap().forEach((value) => repairValue(value));
}

/** Whether a message may hold an asset at all; most do not, and are not looked at any further. */
export function mayHoldAssets(message: Buffer): boolean {
  return message.includes(SIGNATURES.asset) || message.includes(SIGNATURES.archive);
}

function repairValue(value: Value): void {
  for (const element of value.getListValue()?.getValuesList() ?? []) repairValue(element);
  const map = value.getStructValue();
  if (map === undefined) return;
  if (isEmptyAsset(map)) addContent(map);
  else repairAssets(map);
}

/** Any of its own values will do for a content. */
function addContent(asset: Struct): void {
  const fields = asset.getFieldsMap();
  const signature = fields.get(SIGNATURE_KEY);
  if (signature !== undefined) fields.set("uri", signature);
}

function isEmptyAsset(map: Struct): boolean {
  const fields = map.getFieldsMap();
  const signature = fields.get(SIGNATURE_KEY)?.getStringValue();
  if (signature !== SIGNATURES.asset && signature !== SIGNATURES.archive) return false;
  return CONTENTS.every((content) => {
    const given = fields.get(content);
    return given === undefined || (given.getStringValue() === "" && !given.hasStructValue());
  });
}
