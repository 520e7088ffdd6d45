import type { Narrator } from "./narrator";

export async function playRecorded(narrator: Narrator, reason: string): Promise<boolean> {
  narrator.say(reason);
  return Promise.resolve(true);
}
