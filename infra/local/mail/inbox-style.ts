export const inboxStyle = `
body{height:100dvh;display:grid;grid-template:auto minmax(0,1fr)/minmax(18rem,24rem) minmax(0,1fr)}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:center;padding:.7rem 1.25rem;background:var(--surface);border-bottom:1px solid var(--line)}
header form{margin-left:auto;display:flex;gap:.5rem;align-items:center;min-width:0}
.places{display:flex;gap:1.1rem}
.places a{color:var(--quiet);text-decoration:none;font-size:.9375rem;font-weight:550;padding:.45rem 0;border-bottom:2px solid transparent}
.places a[aria-current]{color:var(--ink);border-color:var(--accent)}
label{color:var(--quiet);font-size:.875rem}
select,button{font:inherit;font-size:.9375rem;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:.5rem;padding:.4rem .7rem;min-height:2.5rem;min-width:0;max-width:100%}
button{cursor:pointer;font-weight:550}
button:hover{border-color:var(--accent)}
.mode{grid-column:1/-1;background:var(--warn-wash);color:var(--warn);padding:.5rem 1.25rem;font-size:.9375rem}
.list{overflow-y:auto;border-right:1px solid var(--line);background:var(--surface)}
.list ol{list-style:none}
.list a{display:block;padding:.75rem 1.25rem;color:inherit;text-decoration:none;border-bottom:1px solid var(--line);border-left:3px solid transparent}
.list a:hover{background:var(--raised)}
.list a[aria-current]{background:var(--wash);border-left-color:var(--accent)}
.list a:focus-visible{outline-offset:-3px}
.row{display:flex;gap:.75rem;justify-content:space-between;font-size:.8125rem;color:var(--quiet)}
.row span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.row time{flex:none;font-variant-numeric:tabular-nums}
.subject{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;font-weight:600;line-height:1.35;margin:.1rem 0;overflow-wrap:anywhere}
.preview{display:block;font-size:.875rem;color:var(--quiet);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.more{padding:1rem 1.25rem;font-size:.875rem;color:var(--quiet)}
main{overflow:auto;display:flex;flex-direction:column;min-width:0}
.head{padding:1.25rem 1.5rem .25rem}
.head h1{font-size:1.375rem;line-height:1.25;letter-spacing:-.015em;overflow-wrap:anywhere}
.head dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.15rem .9rem;margin-top:.75rem;font-size:.9375rem}
.head dt{color:var(--quiet)}
.head dd{overflow-wrap:anywhere}
.back{display:none}
.tabs{display:flex;gap:1.25rem;padding:.6rem 1.5rem 0;border-bottom:1px solid var(--line);overflow-x:auto}
.tabs a{padding:.45rem 0 .55rem;color:var(--quiet);text-decoration:none;border-bottom:2px solid transparent;font-size:.9375rem;font-weight:550;white-space:nowrap}
.tabs a:hover{color:var(--ink)}
.tabs a[aria-current]{color:var(--ink);border-color:var(--accent)}
.tabs a:focus-visible{outline-offset:-3px}
.tabs .raw{margin-left:auto}
iframe{flex:1;width:100%;min-height:24rem;border:0;background:#fff}
pre{margin:0;padding:1.25rem 1.5rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.9375rem/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
table{border-collapse:collapse;margin:1rem 1.5rem;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.45rem 1rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:550;color:var(--quiet);white-space:nowrap}
.empty{margin:auto;padding:2rem 1.5rem;max-width:26rem;text-align:center}
.empty h2,.empty h1{font-size:1.125rem;margin-bottom:.4rem}
@media(max-width:47.99rem){
body{display:block;height:auto;min-height:100dvh}
header{padding:.7rem 1rem}
header form{margin-left:0;width:100%}
header select{flex:1}
.list{border-right:0}
.list a{padding:.8rem 1rem}
.reading .list,.reading header form{display:none}
.listing main{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.back{display:inline-block;padding:.6rem 0;font-weight:550}
.head{padding:.25rem 1rem .25rem}
.tabs{padding:.5rem 1rem 0}
.reading main{min-height:calc(100dvh - 3.5rem)}
iframe{min-height:70dvh}
pre{padding:1rem}
table{margin:.5rem 1rem}
th,td{display:block;padding-right:0}
th{border-bottom:0;padding-bottom:0}
}`

/** Looks for new mail every three seconds and swaps the list; without script the page is simply reloaded by hand. */
export const inboxScript = `
const list=document.querySelector('.list'),choice=document.querySelector('select');
choice.addEventListener('change',()=>choice.form.submit());
document.querySelector('header button').hidden=true;
let known=list.dataset.newest;
setInterval(async()=>{if(document.hidden)return;try{
const answer=await fetch(location.href);const page=new DOMParser().parseFromString(await answer.text(),'text/html');
const fresh=page.querySelector('.list');if(fresh.dataset.newest===known)return;known=fresh.dataset.newest;
list.innerHTML=fresh.innerHTML;document.title=page.title}catch{}},3000);`
