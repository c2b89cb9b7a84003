import { qrMatrix } from './matrix.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A QR code as inline SVG, dark on light in every colour scheme; nothing when the text is too long for one. */
export function qrSvg(text: string, title: string): string {
  const rows = qrMatrix(text)
  if (!rows) return ''
  const side = rows.length + 8
  const squares = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('')
  return `<svg class="qr" role="img" width="240" height="240" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><title>${escaped(title)}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${squares}"/></svg>`
}
