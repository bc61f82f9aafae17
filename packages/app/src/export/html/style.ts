/** The page's one style: the paper and ink of Dryrun, faces that every machine has, and how it is printed (EX12, EX13). */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#16171a);--raised:light-dark(#fff,#1e1f23);--ink:light-dark(#1d1b18,#e9e6df);--muted:light-dark(#6b665e,#a09a8f);--line:light-dark(#e4dfd6,#2a2c31);--edge:light-dark(#8c867b,#7d776f);--accent:light-dark(#4a43b8,#aaa7f4);--soft:light-dark(#eceafa,#2a2941);--strength:light-dark(#2c6e49,#7fc49a);--concern:light-dark(#8a5300,#dfaa55);--serif:"Source Serif 4","Source Serif Pro",Charter,"Iowan Old Style",Georgia,serif;--sans:Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif;--mono:"JetBrains Mono",ui-monospace,Menlo,Consolas,monospace}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{max-width:75rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0}
h1{font:400 2.25rem/1.15 var(--serif);text-wrap:balance}
h2{font-size:1.25rem;font-weight:600;margin:3rem 0 .75rem}
h3{font-size:1rem;font-weight:600}
h4{font-size:.875rem;font-weight:400;color:var(--muted);margin-top:.75rem}
ul,ol{list-style:none}
p,li,dd,q{overflow-wrap:anywhere;text-wrap:pretty}
q{quotes:"“" "”"}
code,.time,kbd{font-family:var(--mono);font-size:.8125rem}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:.25em}
a:hover{text-decoration-color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.muted,.time,.who,.terms dt{color:var(--muted)}
.small{font-size:.875rem}
.strong{font-weight:600}
.read,.letter{font-family:var(--serif);max-width:34rem}
.letter h3{font-family:var(--sans);margin:1.5rem 0 .25rem}
.letter li{padding-left:1.25rem;text-indent:-1.25rem;margin-top:.5rem}
.letter li::before{content:"–";display:inline-block;width:1.25rem;text-indent:0;color:var(--muted)}
.skip{position:absolute;left:-100rem}
.skip:focus{position:static}
.terms{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin-top:1rem;font-size:.875rem}
nav{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-top:1rem;font-size:.875rem}
nav a{display:inline-flex;align-items:center;min-height:1.75rem}
.mark{border-top:1px solid var(--line);padding:1rem 0}
.mark:last-child{border-bottom:1px solid var(--line)}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem}
.band{display:flex;align-items:center;gap:.75rem;width:11rem;font-weight:600}
.band.not-shown{font-weight:400;color:var(--muted)}
.scale{width:60px;height:14px;flex:none}
.scale line{stroke:var(--line)}
.scale circle{fill:var(--paper);stroke:var(--edge)}
.not-shown .scale circle{stroke-dasharray:2 2}
.scale .on{fill:var(--ink);stroke:var(--ink)}
.evidence{display:grid;gap:.75rem;margin-top:.75rem;max-width:42rem}
.evidence li{border-left:2px solid var(--edge);padding-left:.75rem}
.evidence .strength{border-color:var(--strength)}
.evidence .concern{border-color:var(--concern)}
.kind{font-size:.875rem;font-weight:600}
.strength .kind{color:var(--strength)}
.concern .kind{color:var(--concern)}
.evidence a,.evidence q{font-family:var(--serif)}
.mark>ul:not(.evidence) li,section>ul li{border-top:1px solid var(--line);padding:.375rem 0;max-width:42rem;font-size:.875rem}
.mark>ul:not(.evidence) li:first-child{border:0}
.moments div{display:grid;gap:.25rem 1.5rem;border-top:1px solid var(--line);padding:.75rem 0}
.moments dd{font-family:var(--serif);max-width:40rem}
.stage{display:grid;gap:2rem}
.desk>h3,.phase h3{color:var(--muted);font-size:.875rem;font-weight:400}
.board{display:block;width:100%;max-height:60vh;margin:.5rem 0;border:1px solid var(--line);border-radius:6px;background:var(--raised)}
.box rect,.box path{fill:var(--paper);stroke:var(--edge)}
.board text{fill:var(--ink);font:14px var(--sans);text-anchor:middle}
.board .below{fill:var(--muted);font-size:12px}
.arrow path{stroke:var(--edge);stroke-width:1.5;fill:none}
.arrow .async{stroke-dasharray:5 4}
.board marker path{fill:none;stroke:var(--edge)}
.board .label{font-size:12px;fill:var(--muted);paint-order:stroke;stroke:var(--raised);stroke-width:4px}
.words{margin-bottom:1.5rem}
summary{width:fit-content;min-height:1.75rem}
.replays .talk{max-height:50vh;overflow-y:auto;overscroll-behavior:contain}
.runs li{font-size:.875rem;padding:.375rem 0;border-top:1px solid var(--line)}
.phase{display:flex;align-items:center;gap:1rem;margin:2rem 0 0}
.phase::after{content:"";flex:1;height:1px;background:var(--line)}
.phase:first-child{margin-top:0}
.turn,.note{padding:.5rem .75rem;margin-top:.5rem;border-left:2px solid transparent}
.turn p:not(.who),.note p:not(.who){white-space:pre-wrap;max-width:42rem}
.turn p+p:not(.who){margin-top:.5rem}
.interviewer p:not(.who){font-family:var(--serif)}
.who{font-size:.875rem}
.note{border-left-color:var(--line)}
.turn:target,.turn[aria-current]{border-left-color:var(--accent);background:var(--soft)}
.turn:target .who,.turn[aria-current] .who{color:var(--ink)}
.turn:target .time,.turn[aria-current] .time{color:inherit}
.event{padding:.5rem .75rem;color:var(--muted);font-size:.875rem}
.controls{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);padding:.5rem 0;margin-bottom:1rem}
.buttons{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem}
button,select{font:inherit;font-size:.875rem;color:inherit;background:var(--raised);border:1px solid var(--edge);border-radius:6px;min-height:2rem;padding:0 .75rem}
#play{min-width:5rem;background:var(--accent);border-color:var(--accent);color:var(--paper);font-weight:600}
label{display:inline-flex;align-items:center;gap:.5rem;font-size:.875rem;color:var(--muted)}
output{margin-left:auto;font-size:.875rem;font-variant-numeric:tabular-nums}
.line{position:relative;margin-top:.5rem}
.timeline{display:block;width:100%;height:22px}
.timeline .stretch{fill:var(--line)}
.timeline .other{fill:var(--soft)}
.timeline .ran{fill:var(--ink)}
.timeline .candidate{fill:var(--muted)}
.timeline .interviewer{fill:var(--ink)}
.timeline .drew{fill:var(--accent)}
#time{display:block;width:100%;height:1.75rem;margin:0;accent-color:var(--accent)}
kbd{border:1px solid var(--line);border-radius:4px;padding:0 .25rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--muted);font-size:.875rem}
@media (min-width:40rem){.moments div{grid-template-columns:14rem minmax(0,1fr)}}
@media (min-width:64rem){
.replays .desk{position:sticky;top:8.5rem}
.replays .talk{order:-1;max-height:calc(100vh - 12.5rem)}
.replays .stage{grid-template-columns:minmax(0,30rem) minmax(0,1fr);align-items:start}
}
@media (max-width:30rem){body{padding:1.25rem 1rem 3rem}h1{font-size:1.75rem}.band{width:auto}.keys{display:none}output{margin-left:0;width:100%}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#fff}
html{font-size:10.5pt;font-variant-ligatures:none}
body{max-width:none;padding:0}
.read,.letter,.evidence,.moments dd,.turn p:not(.who){max-width:46rem}
summary{list-style:none}
nav,.skip,.controls{display:none!important}
h1,h2,h3,h4{break-after:avoid}
.row,.evidence li,.moments div,.mark li,.letter li,section>ul li,.runs li,.event,.terms,.board{break-inside:avoid}
.who{break-after:avoid}
.turn p,.letter p,.read{orphans:3;widows:3}
.turn{break-inside:auto}
.turn.short{break-inside:avoid}
#replay{break-before:page}
.replays .stage{display:block}
.replays .desk{position:static;margin-bottom:2rem}
.replays .talk{max-height:none;overflow:visible}
.turn:target,.turn[aria-current]{border-left-color:transparent;background:none}
.board{max-height:120mm}
footer{break-inside:avoid}
}
@page{margin:18mm 16mm}
`;
