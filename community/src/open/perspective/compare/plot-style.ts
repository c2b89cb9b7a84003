/** The house's colours, light and dark, as literal values: the file stands alone. */
const light = {
  stock: '#f6f1e5',
  ink: '#1d2220',
  ink2: '#565a50',
  hair: '#cfc6b1',
  edge: '#7b7565',
  tint: '#bfd2c4',
  press: '#2a594f',
  spot: '#ec7a3c',
  flecks: '.45',
}
const dark: typeof light = {
  stock: '#1b1a17',
  ink: '#ece5d5',
  ink2: '#b3ad9c',
  hair: '#3f4038',
  edge: '#8b8777',
  tint: '#2e4a41',
  press: '#9fcab9',
  spot: '#e0702f',
  flecks: '.6',
}

const rules = (c: typeof light): string => `
.kc{background:${c.stock}}
.kc .sheet{fill:${c.stock}}
.kc text{fill:${c.ink2};stroke:${c.stock}}
.kc .h,.kc .name,.kc .now{fill:${c.ink}}
.kc .fleck{fill:${c.edge};fill-opacity:${c.flecks}}
.kc .hair{stroke:${c.hair}}
.kc .base,.kc .line{stroke:${c.ink}}
.kc .guide{stroke:${c.edge}}
.kc .reach{stroke:${c.tint}}
.kc .dot{fill:${c.spot};stroke:${c.ink}}
.kc .house{fill:${c.press}}`

export const style = `
.kc{max-width:36.5rem;color-scheme:light dark}
.kc text{font:400 14px "Radio Canada","Segoe UI",system-ui,sans-serif;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.kc .h{font-size:20px;font-weight:700}
.kc .name{font-size:16px;font-weight:600}
.kc .now{font-weight:600}
.kc .line{fill:none;stroke-width:2.25;vector-effect:non-scaling-stroke}
.kc .guide{stroke-dasharray:2 3}
.kc .reach{stroke-width:9}
.kc .dot{stroke-width:2}${rules(light)}
@media(prefers-color-scheme:dark){${rules(dark)}
}
`
