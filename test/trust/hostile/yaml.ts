import { aliasBomb } from "./states";

/** YAML of which one thing is odd, for every document that is written in it. */
export const ODD_YAML: readonly { readonly name: string; readonly text: string }[] = [
  { name: "an alias bomb", text: aliasBomb(12, "x") },
  { name: "an alias bomb in a list", text: aliasBomb(12, "x").replace(/^(a\d+):/gm, "- $1:") },
  { name: "an alias of itself", text: "config: &a\n  x: *a\n" },
  { name: "an alias of itself in a list", text: "- &a [*a]\n" },
  { name: "an alias to nothing", text: "config: *nothing\n" },
  { name: "lists 10,000 deep", text: `config: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n` },
  { name: "maps 10,000 deep", text: `config: ${"{a: ".repeat(10_000)}1${"}".repeat(10_000)}\n` },
  { name: "blocks 2,000 deep", text: Array.from({ length: 2000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n") },
  { name: "dashes 2,000 deep", text: `${"- ".repeat(2000)}1\n` },
  { name: "a merge of itself", text: "a: &a\n  <<: *a\nconfig: *a\n" },
  { name: "one key twice", text: "config: {}\nconfig: {}\n" },
  {
    name: "`__proto__` as a key",
    text: "__proto__: { extends: [strict] }\nconfig: { __proto__: 1, constructor: 2 }\n",
  },
  { name: "keys that are maps", text: "? { a: 1 }\n: x\n? [1, 2]\n: y\n? null\n: z\n" },
  {
    name: "tags of other languages",
    text: "config: !!js/function 'function(){}'\nx: !!python/object:os.system [ls]\n",
  },
  { name: "a tag of its own", text: "config: !env SECRET\n" },
  { name: "binary", text: "config: !!binary R0lGODlhDAAMAIQAAP\n" },
  {
    name: "dates and numbers that are odd",
    text: "config: { a: 2026-13-45, b: 1e999, c: .nan, d: .inf, e: 0x7fffffffffffffffff, f: 0o777, g: 1_000, h: 12:30:45 }\n",
  },
  { name: "tabs", text: "config:\n\ta: 1\n" },
  { name: "no end of a text", text: 'config: "abc\n' },
  { name: "several documents", text: "config: {}\n---\nconfig: {}\n...\n" },
  { name: "a directive", text: "%YAML 9.9\n%TAG ! tag:x,2000:\n---\nconfig: {}\n" },
  { name: "a scalar", text: "hello\n" },
  { name: "a number", text: "42\n" },
  { name: "null", text: "~\n" },
  { name: "a comment alone", text: "# nothing\n" },
  { name: "NUL within", text: "config:\n  a: \u0000\n" },
  { name: "a text of 6 MB", text: `config: { a: "${"x".repeat(6_000_000)}" }\n` },
  {
    name: "100,000 keys",
    text: `config:\n${Array.from({ length: 100_000 }, (_, at) => `  k${String(at)}: 1`).join("\n")}\n`,
  },
  {
    name: "a pattern that backtracks for ever elsewhere",
    text: 'tolerances: [{ on: "*", property: "*", allow: { pattern: "(a+)+$" } }]\n',
  },
  {
    name: "a pattern of a million repetitions",
    text: 'tolerances: [{ on: "*", allow: { pattern: "((a{1000}){1000}){1000}" } }]\n',
  },
  {
    name: "a glob of many stars",
    text: `tolerances: [{ on: "${"*a".repeat(60)}b", property: "${"**.a".repeat(40)}", allow: any }]\n`,
  },
  {
    name: "a glob of many braces",
    text: `environments: { staging: { stacks: ["*/${"{a,b}".repeat(30)}"], reference: production }, production: { stacks: ["*/${"*(a|b)".repeat(20)}"] } }\n`,
  },
  {
    name: "an expression of loops in loops",
    text: 'tolerances: [{ on: "*", allow: { cel: "[1,2].all(a,[1,2].all(b,[1,2].all(c,true)))" } }]\n',
  },
  {
    name: "an expression 5,000 deep",
    text: `tolerances: [{ on: "*", allow: { cel: "${"(".repeat(5000)}1${")".repeat(5000)}" } }]\n`,
  },
  {
    name: "an expression that never ends a text",
    text: 'tolerances: [{ on: "*", allow: { cel: "subject.x == \'abc" } }]\n',
  },
  { name: "durations that are none", text: "maxStale: 999999999999999999999d\nlead: -1d\n" },
  {
    name: "ranges the wrong way round",
    text: 'tolerances: [{ on: "*", allow: { ratio: { min: 5, max: 1 } } }, { on: "*", allow: { ratio: { min: 1e999 } } }]\n',
  },
  {
    name: "a reference that climbs out",
    text: "reference: [{ snapshot: ../../../../etc/passwd }, { plan: /dev/zero }]\n",
  },
  {
    name: "a package that is not there",
    text: "extends: ['@nobody/nothing', '../../../../../etc/passwd', '/dev/zero']\n",
  },
];
