// Names with an underscore: those of the page stand as they are, also where they are called the same.
const style = `
:host{display:block;
--_sheet:var(--kind-pause-sheet,light-dark(#ebe4d3,#282720));
--_ink:var(--kind-pause-ink,light-dark(#1d2220,#ece5d5));
--_soft:var(--kind-pause-ink-soft,light-dark(#565a50,#b3ad9c));
--_edge:var(--kind-pause-edge,light-dark(#7b7565,#8b8777));
--_press:var(--kind-pause-press,light-dark(#2a594f,#9fcab9));
--_tint:var(--kind-pause-tint,light-dark(#bfd2c4,#2e4a41));
--_hover:var(--kind-pause-hover,light-dark(#ad400e,#f39a6d));
--_focus:var(--kind-pause-focus,light-dark(#12695a,#8fd8c3));
--_radius:var(--kind-pause-radius,3px)}
:host([hidden]),:host([for]:not([open])){display:none}
@media(prefers-contrast:more){:host{
--_sheet:var(--kind-pause-sheet,light-dark(#fff,#000));
--_ink:var(--kind-pause-ink,light-dark(#000,#fff));
--_soft:var(--_ink);--_edge:var(--_ink);
--_press:var(--kind-pause-press,light-dark(#063d32,#b9f0dd))}}
*,::before,::after{box-sizing:border-box}
h2,p,dl,dd{margin:0}
.frame{container-type:inline-size;margin-block-start:var(--kind-pause-gap,1.125em)}
.panel{display:block;padding:1.5em clamp(1rem,5cqi,1.6em) .8em;background:var(--_sheet);color:var(--_ink);border-block-start:3px solid var(--_press);
font-family:var(--kind-pause-font,inherit);font-weight:400;font-style:normal;font-size:1em;line-height:1.55;text-align:start;text-transform:none;letter-spacing:normal;overflow-wrap:anywhere;white-space:normal;cursor:auto}
.panel>*+*{margin-block-start:1.45em}
h2{font-family:var(--kind-pause-heading-font,inherit);font-weight:600;font-size:1.333em;line-height:1.2;letter-spacing:-.012em;text-wrap:pretty}
:lang(ar) h2{line-height:1.45;letter-spacing:0}
:focus-visible{outline:3px solid var(--_focus);outline-offset:3px;border-radius:var(--_radius)}
.proof{display:grid;gap:1em 1.45em;grid-template-columns:minmax(0,1fr)}
@container(min-width:27em){.proof.two{grid-template-columns:repeat(2,minmax(0,1fr))}}
dt{font-size:.889em;line-height:1.4;color:var(--_soft);border-block-end:1px solid var(--_edge);padding-block-end:.3em;margin-block-end:.5em}
dd{text-wrap:pretty;text-align:start}
.words{white-space:pre-line;unicode-bidi:plaintext}
mark,ins{color:inherit;background:var(--_tint);text-decoration:underline 2px var(--_press);text-underline-offset:.22em}
ins{background:none}
button,summary{font:inherit;letter-spacing:inherit;color:inherit;cursor:pointer}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(6.4em,100%),1fr));gap:.5em}
.b{min-block-size:48px;padding:.4em .25em;text-wrap:balance;border:2px solid var(--_ink);border-radius:var(--_radius);background:none;font-size:.944em;line-height:1.2;font-weight:600;transition:background-color 120ms,color 120ms}
.pair:last-child{margin-block-end:.7em}
.b:hover{background:var(--_ink);color:var(--_sheet)}
.b:active{translate:0 1px}
.act,summary,::slotted(button),::slotted(a){display:inline-flex;align-items:center;gap:.4em;min-block-size:44px;padding:0;border:0;background:none;color:var(--_ink);font:inherit;font-size:.889em;line-height:1.2;font-weight:600;text-align:start;cursor:pointer}
.act,::slotted(button),::slotted(a){text-decoration:underline 1px var(--_edge);text-underline-offset:.25em}
.act:hover,summary:hover,::slotted(button:hover),::slotted(a:hover){text-decoration:underline 2px var(--_hover);text-underline-offset:.25em}
::slotted([hidden]){display:none}
.more{display:flex;flex-wrap:wrap;gap:0 1.45em;border-block-start:1px solid var(--_edge)}
.more>*{min-inline-size:0}
.more [open]{flex-basis:100%}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:"+";content:"+" / "";font-weight:400}
[open]>summary::after{content:"\\2212";content:"\\2212" / ""}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(12em,100%),1fr));padding-block-end:.5em}
.why{font-size:.889em;padding-block-end:.9em}
.elsewhere{font-size:.889em;border-block-start:1px solid var(--_edge);padding-block-start:.35em}
.elsewhere p{padding-block:.35em}
.elsewhere .act{font-size:1em}
.either{display:flex;flex-wrap:wrap;gap:0 1.45em}
.elsewhere .others{font-size:1.125em}
.elsewhere .others .act{font-size:.889em}
.told:focus-visible{outline-offset:0}
.others{display:grid;gap:.7em;padding-block-end:.5em}
@media(prefers-reduced-motion:reduce){.b{transition:none}.b:active{translate:none}}
@media(forced-colors:active){mark,ins{text-decoration-thickness:3px}.panel{border:1px solid;border-block-start-width:3px}}
@media print{.frame{display:none}}
`

let sheet: CSSStyleSheet | undefined

/** One sheet for all, made by script: a strict policy lets that pass where it forbids styles in the page. */
export function wear(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
  }
  root.adoptedStyleSheets = [sheet]
}
