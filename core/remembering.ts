/**
 * The same answers, each worked out once, of at most so many texts: for keys, names and values, of which a stack has few
 * that stand in many places.
 */
export function remembering<Answer>(ask: (text: string) => Answer, most = Infinity): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const answer = ask(text);
    if (known.size < most) known.set(text, answer);
    return answer;
  };
}
