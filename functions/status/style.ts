import { sha256 } from '../runtime/hash.ts'

/** The look of the site: one column, system fonts, dark and light, and a waterline that everything hangs on. */
export const style = `:root{color-scheme:light dark;--ground:#f3f6f5;--surface:#fff;--ink:#12211f;--quiet:#4c5f5b;--line:#d3dedb;--accent:#00626b;--operational:#00626b;--maintenance:#2857a4;--degraded:#855000;--partial_outage:#a83f08;--major_outage:#b3201a;--sky-operational:#e3f1ef;--sky-maintenance:#e4ecf9;--sky-degraded:#fbeed6;--sky-partial_outage:#fde8db;--sky-major_outage:#fce4e1;font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--ground:#0b1312;--surface:#131d1b;--ink:#e6efec;--quiet:#9db2ad;--line:#293835;--accent:#63d2c6;--operational:#63d2c6;--maintenance:#93bbf7;--degraded:#f0bf6c;--partial_outage:#ffa271;--major_outage:#ff958c;--sky-operational:#0f2725;--sky-maintenance:#14233c;--sky-degraded:#2d220d;--sky-partial_outage:#331d10;--sky-major_outage:#381714}}
*{box-sizing:border-box}
body,h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0}
body{background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
ul,ol{list-style:none}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
time{white-space:nowrap;font-variant-numeric:tabular-nums}
.column{max-width:50rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem 1rem;z-index:1}
.sign{width:1em;height:1em;flex:none;fill:currentColor}
.notice{--c:var(--ink);--sky:var(--sky-degraded)}
.operational{--c:var(--operational);--sky:var(--sky-operational)}
.maintenance{--c:var(--maintenance);--sky:var(--sky-maintenance)}
.degraded{--c:var(--degraded);--sky:var(--sky-degraded)}
.partial_outage{--c:var(--partial_outage);--sky:var(--sky-partial_outage)}
.major_outage{--c:var(--major_outage);--sky:var(--sky-major_outage)}
.sky{background:var(--sky);border-bottom:3px solid var(--c)}
.top{display:flex;justify-content:space-between;gap:1rem;padding-top:1.25rem;font-size:.9375rem}
.top b{font-weight:650}
.hero{padding-top:clamp(2.5rem,8vw,4.5rem);padding-bottom:1.5rem}
h1{font-size:clamp(2rem,6.5vw,3.25rem);line-height:1.08;letter-spacing:-.025em;font-weight:680;text-wrap:balance;max-width:15em}
.lead{margin-top:.75rem;font-size:1.125rem;max-width:36em}
.next{margin-top:.75rem;font-size:1.125rem;font-weight:650;color:var(--c)}
.below{display:flex;flex-direction:row-reverse;justify-content:space-between;gap:1rem;align-items:flex-start}
.hull{width:clamp(5.5rem,16vw,8rem);fill:var(--c);flex:none;margin-right:-.6rem;overflow:visible}
.changed{padding-top:.75rem;font-size:.875rem;color:var(--quiet)}
main section{margin-top:2.5rem}.below+section{margin-top:1.25rem}
h2{font-size:1.125rem;font-weight:650;margin-bottom:.75rem;letter-spacing:-.01em}
.card{background:var(--surface);border:1px solid var(--line);border-radius:.625rem;padding:1.25rem;margin-bottom:1rem}
.said{border-left:.375rem solid var(--c)}
.kind{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;font-size:.875rem;font-weight:650;color:var(--c)}
.said h3{font-size:1.375rem;line-height:1.25;letter-spacing:-.015em;font-weight:650;margin:.25rem 0 .5rem;text-wrap:pretty}
.facts{display:flex;flex-wrap:wrap;gap:.125rem 1.5rem;font-size:.9375rem;color:var(--quiet)}
.facts div{display:flex;flex-wrap:wrap;gap:0 .375rem}.facts dd{color:var(--ink)}.facts .due dd{font-weight:650}
.hit{display:flex;flex-wrap:wrap;gap:.125rem 1rem;margin-top:.75rem;font-size:.9375rem}
.hit li,.state{display:flex;align-items:center;gap:.4rem}
.hit .sign,.state{color:var(--c)}
.words{margin-top:1rem;border-top:1px solid var(--line)}
.words>li{padding-top:1rem}
.words h4{font-size:.9375rem;font-weight:650}.words h4 time{font-weight:400;color:var(--quiet);margin-left:.375rem}
.text{white-space:pre-line;margin-top:.125rem;max-width:42em}
summary{cursor:pointer;color:var(--accent);padding:.25rem 0}
.words+details{margin-top:1rem}details .words{margin-top:.5rem}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem}
.groups .card{margin:0;padding:1rem 1.25rem .5rem}
.groups h3{font-size:.875rem;font-weight:600;color:var(--quiet)}
.groups li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.6rem 0;border-top:1px solid var(--line)}
.groups h3+ul{margin-top:.5rem}
.name{font-weight:550}
.state{font-size:.9375rem}
.past li{padding:.9rem 0;border-top:1px solid var(--line)}
.past h3{font-size:1rem;font-weight:600}
.past p{font-size:.9375rem;color:var(--quiet)}.past .text{color:var(--ink)}
footer{margin-top:3rem;padding:1.5rem 0 2.5rem;border-top:1px solid var(--line);font-size:.9375rem;color:var(--quiet)}
footer ul{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-bottom:.75rem}
footer p{max-width:42em}
@media(max-width:30rem){.facts{flex-direction:column}.card{padding:1rem}.hero{padding-bottom:1.25rem}}
@media print{.skip,.top a,footer ul{display:none}}
`

/** Named by its content, so that it is kept for good and a page never meets another page's look. */
export const styleFile = `style-${sha256(style).slice(0, 10)}.css`
