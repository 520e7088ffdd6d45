/** What has the same key, together; keys in the order in which they are first met. */
export function groupBy<One>(list: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** What is the only one with its key, by it. */
export function uniqueBy<One>(list: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One> {
  const unique = new Map<string, One>();
  for (const [key, [one, ...more]] of groupBy(list, keyOf))
    if (one !== undefined && more.length === 0) unique.set(key, one);
  return unique;
}
