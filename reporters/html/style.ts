/** The page's look, light and dark, wide and narrow, on paper. Contrast is tested with axe. */
export const STYLE = `
:root {
  --paper: #fbfbfa; --card: #fff; --ink: #1c2024; --dim: #5c6570; --line: #dfe3e6; --link: #0b5cad; --focus: #0b5cad;
  --bad: #a3171f; --bad-paper: #fdecec; --warn: #7a4d00; --warn-paper: #fff3d9; --good: #12633a; --good-paper: #e5f5ec;
  --info: #164f86; --info-paper: #e6f0fa; --mark: #ffe08a; --shade: #f1f3f4;
  --hatch: #1c202412; --h0: #dcf1e4; --h1: #eaf3d3; --h2: #fdf0bf; --h3: #ffdca6; --h4: #ffc39c; --h5: #f9a59d;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1b1f23; --ink: #e7eaed; --dim: #a0a9b3; --line: #30363d; --link: #7db7f5; --focus: #7db7f5;
    --bad: #ff9c96; --bad-paper: #45191b; --warn: #f3c466; --warn-paper: #3d2f0e; --good: #7fd6a1; --good-paper: #163626;
    --info: #8cc2f5; --info-paper: #17324c; --mark: #6d5500; --shade: #22272c;
    --hatch: #e7eaed14; --h0: #17402a; --h1: #35451b; --h2: #51460f; --h3: #5e3f0d; --h4: #6d3312; --h5: #782420;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 8rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main, .top { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-bottom: 5rem; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1.5rem; padding-top: 1.75rem; }
h1 { font-size: 1.5rem; letter-spacing: -.01em; margin: 0; }
.lead { flex: 1 0 100%; margin-bottom: 1rem; color: var(--dim); }
h2 { font-size: 1.2rem; margin: 0; }
h3 { font-size: .95rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code, pre { font: .86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.dim { color: var(--dim); font-weight: 400; }
.small { font-size: .85rem; }
.hidden, .skip:not(:focus), .side { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: fixed; z-index: 9; top: .5rem; left: .5rem; padding: .5rem 1rem; background: var(--card); }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; padding: .35rem .7rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--dim); font-weight: 500; }

.matrix { border-collapse: separate; border-spacing: 3px; width: 100%; min-width: 60rem; }
.matrix th, .matrix td { border: 0; }
.matrix thead th { font-size: .78rem; padding: .2rem .3rem; text-align: center; vertical-align: bottom; overflow-wrap: normal; }
.matrix thead th:first-child { text-align: left; }
.matrix tbody th { font-weight: 600; min-width: 11rem; padding-left: 0; }
.matrix tbody th .dim { font-size: .85em; }
.matrix td { padding: 0; text-align: center; border-radius: 6px; height: 3.1rem; min-width: 4.2rem; font-variant-numeric: tabular-nums; }
.matrix td.total { font-weight: 700; font-size: 1.05rem; }
.matrix td a { display: flex; flex-direction: column; justify-content: center; height: 100%; color: var(--ink); text-decoration: none; line-height: 1.25; border-radius: 6px; }
.matrix td a:hover { box-shadow: inset 0 0 0 2px var(--link); }
.matrix .count { font-size: .7rem; }
.matrix .calm { color: var(--good); }
.h0 { background: var(--h0); } .h1 { background: var(--h1); } .h2 { background: var(--h2); }
.h3 { background: var(--h3); } .h4 { background: var(--h4); } .h5 { background: var(--h5); }
.open { background-image: repeating-linear-gradient(135deg, transparent 0 7px, var(--hatch) 7px 9px); }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1rem; margin: .6rem 0 1.5rem; }
.legend span { display: inline-flex; align-items: center; gap: .35rem; }
.legend i { width: .9rem; height: .9rem; border-radius: 3px; }

.filter { display: none; }
.js .filter { position: sticky; z-index: 5; top: 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .75rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.filter fieldset { display: flex; flex-wrap: wrap; gap: .35rem; border: 0; margin: 0; padding: 0; }
.filter .search { flex: 1 1 18rem; }
.filter input[type=search] { width: 100%; }
.filter input[type=search], .filter select, .filter button { font: inherit; color: inherit; background: var(--card); border: 1px solid #868e96; border-radius: 6px; padding: .35rem .6rem; max-width: 16rem; }
.filter input[type=search] { max-width: none; }
.chip { display: inline-flex; align-items: center; gap: .3rem; border: 1px solid var(--line); border-radius: 99px; padding: .2rem .65rem; background: var(--card); font-size: .87rem; cursor: pointer; }
.chip input { accent-color: var(--link); margin: 0; }
.filter output { color: var(--dim); font-size: .87rem; margin-left: auto; }

.pair { margin-top: 2rem; }
.pair > header { margin-bottom: 1rem; }
.verdict { margin: .35rem 0; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.notice { background: var(--warn-paper); color: var(--ink); border-left: 4px solid var(--warn); border-radius: 4px; padding: .6rem 1rem; margin: .75rem 0; overflow-wrap: anywhere; }
.notice h2 { font-size: 1rem; } .notice ul { margin: .25rem 0 0; padding-left: 1.2rem; }
.notice .dim { color: inherit; }
.good { color: var(--good); }
.badge { display: inline-block; border-radius: 5px; padding: .05rem .5rem; font-size: .8rem; font-weight: 600; white-space: nowrap; background: var(--shade); color: var(--ink); }
.badge.mandatory { background: var(--bad-paper); color: var(--bad); }
.badge.advisory { background: var(--warn-paper); color: var(--warn); }
.badge.ahead, .badge.undetermined { background: var(--info-paper); color: var(--info); }
.badge.within, .badge.good { background: var(--good-paper); color: var(--good); }

.columns, .f > summary { display: grid; grid-template-columns: 7.4rem minmax(0, 1.15fr) minmax(0, 1fr) minmax(0, 1fr); gap: .25rem 1rem; align-items: start; }
.columns { font-size: .8rem; padding: 0 1rem .25rem; }
.g { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: .75rem; content-visibility: auto; contain-intrinsic-size: auto 6rem; }
.packages { margin-bottom: .75rem; }
.packages > summary { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .55rem 1rem; cursor: pointer; overflow-wrap: anywhere; }
.packages[open] > summary { margin-bottom: .75rem; }
.g > h3 { padding: .55rem 1rem; border-bottom: 1px solid var(--line); }
.f + .f { border-top: 1px solid var(--line); }
.f > summary { list-style: none; cursor: pointer; padding: .5rem 1rem; }
.f > summary::-webkit-details-marker { display: none; }
.f > summary:hover, .f[open] > summary { background: var(--shade); }
.f.target > summary { box-shadow: inset 4px 0 0 var(--link); }
.f > summary .badge { justify-self: start; }
.f .what { overflow-wrap: anywhere; }
.f .what b { font-weight: 600; }
.f .what .dim { display: block; font-size: .82rem; }
.val { overflow-wrap: anywhere; white-space: pre-wrap; }
.val.none { color: var(--dim); font-style: italic; }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 0 .12em; }
.f dl { display: grid; grid-template-columns: 7.4rem minmax(0, 1fr); gap: .3rem 1rem; margin: 0; padding: .6rem 1rem 1rem; background: var(--shade); }
.f dt { color: var(--dim); font-size: .85rem; }
.f dd { margin: 0; overflow-wrap: anywhere; }
.whole { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; padding: 0 1rem 1rem; background: var(--shade); }
.whole figure { margin: 0; min-width: 0; }
.whole figcaption { color: var(--dim); font-size: .85rem; }
.whole pre { margin: 0; padding: .6rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.nothing { color: var(--dim); padding: .5rem 0; }
.aside { margin: .5rem 0; }
.aside > summary { cursor: pointer; }
.trend { margin: 0 0 1.25rem; max-width: 40rem; }
.trend svg { display: block; width: 100%; height: auto; margin: .4rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.trend polyline { fill: none; stroke: var(--link); stroke-width: 2; }
.trend polygon { fill: var(--link); opacity: .12; }
.trend circle { fill: var(--link); }
.trend .grid { stroke: var(--line); }
.trend text { fill: var(--dim); font-size: 11px; }

@media (max-width: 52rem) {
  main, .top { padding-left: 1rem; padding-right: 1rem; }
  .js .filter { position: static; }
  .columns { display: none; }
  .side { position: static; display: block; width: auto; height: auto; clip-path: none; color: var(--dim); font-size: .8rem; font-style: normal; }
  .f > summary { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .f > summary .badge { grid-column: 1 / -1; justify-self: start; }
  .f .what { grid-column: 1 / -1; }
  .f dl, .whole { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  .f dd { margin-bottom: .4rem; }
}
@media print {
  body { background: #fff; font-size: 10.5px; }
  .filter, .js .filter, .skip, .legend { display: none; }
  .matrix { min-width: 0; }
  .matrix td { min-width: 0; height: 2rem; }
  .g { break-inside: avoid; content-visibility: visible; }
  * { print-color-adjust: exact; }
}
`;
