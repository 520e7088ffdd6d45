const SHORTEST = 20;

/** Whether a text, or a stretch of it, looks as if it had been drawn by lot: capitals, small letters and digits mixed. */
export function isRandom(text: string): boolean {
  for (const [run] of text.matchAll(/[A-Za-z0-9]{20,}/g)) if (isMixed(run)) return true;
  return false;
}

/** Words change their case seldom; what is drawn by lot changes between letters and digits all the time. */
function isMixed(run: string): boolean {
  let changes = 0;
  for (let at = 1; at < run.length; at++) if (kindOf(run.charCodeAt(at)) !== kindOf(run.charCodeAt(at - 1))) changes++;
  return changes * 3 > Math.min(run.length, 3 * SHORTEST) && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
}

function kindOf(code: number): "digit" | "capital" | "small" {
  if (code < 0x3a) return "digit";
  return code < 0x5b ? "capital" : "small";
}
