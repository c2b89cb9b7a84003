/**
 * What JSX becomes in pages: text, at once. Pages here render once, in order and without waiting, so that no
 * tree of nodes is needed between them and their HTML; that halves what a page costs. Plain JavaScript, so
 * that sources, tests and the build all load this one file.
 */

/** Finished HTML. `isEscaped` is how Hono's own helpers know it. */
class Html {
  /** @param {string} html */
  constructor(html) {
    this.html = html
  }
  toString() {
    return this.html
  }
}
Html.prototype.isEscaped = true

const SPECIAL = /[&<>"']/
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** @param {string} text */
function escapeText(text) {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (one) => ENTITIES[one]) : text
}

function childToText(child) {
  if (typeof child === 'string') return escapeText(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (child instanceof Html) return child.html
  if (Array.isArray(child)) {
    let text = ''
    for (let index = 0; index < child.length; index++) text += childToText(child[index])
    return text
  }
  if (child.isEscaped) return child.toString()
  if (typeof child === 'number') return String(child)
  if (typeof child.then === 'function')
    throw new Error('A page renders without waiting: await this before it is placed.')
  return escapeText(String(child))
}

const YES_OR_NO = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)
const NAME = /^[a-zA-Z][\w:.-]*$/
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Names are few and come again on every page: each is looked at once. */
const attributes = new Map()
const tags = new Map()

function learnAttribute(name) {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name of an element or attribute.`)
  // Scripts and styles inside attributes do not run under our policy; they are mistakes.
  if (name === 'style' || /^on/i.test(name))
    throw new Error(`The attribute "${name}" has no place in a page.`)
  const known = { begin: ` ${name}="`, yesOrNo: YES_OR_NO.has(name) }
  attributes.set(name, known)
  return known
}

function learnTag(tag) {
  if (!NAME.test(tag)) throw new Error(`"${tag}" is no name of an element.`)
  const known = { begin: `<${tag}`, end: VOID.has(tag) ? undefined : `</${tag}>` }
  tags.set(tag, known)
  return known
}

function attributeToText(name, value) {
  const { begin, yesOrNo } = attributes.get(name) ?? learnAttribute(name)
  if (typeof value === 'string') return `${begin}${escapeText(value)}"`
  if (yesOrNo && typeof value === 'boolean') return value ? `${begin}"` : ''
  return `${begin}${escapeText(String(value))}"`
}

function element(tag, props) {
  const { begin, end } = tags.get(tag) ?? learnTag(tag)
  let text = begin
  for (const name in props) {
    const value = props[name]
    if (value !== undefined && value !== null && name !== 'children') text += attributeToText(name, value)
  }
  return new Html(end === undefined ? `${text}/>` : `${text}>${childToText(props.children)}${end}`)
}

/** Called by compiled JSX: an element becomes its HTML, a component what it returns. */
export function jsx(type, props) {
  return typeof type === 'string' ? element(type, props) : type(props)
}

/**
 * Markup written out, for the few pieces that stand fifty times on a page. Values are escaped as anywhere
 * else; in attributes they stand between quotes.
 */
export function html(strings, ...values) {
  let text = strings[0]
  for (let index = 0; index < values.length; index++) text += childToText(values[index]) + strings[index + 1]
  return new Html(text)
}

/** Finished HTML from elsewhere: rendered Markdown, a picture of ours. What people typed never comes here unrendered. */
export function raw(text) {
  return new Html(text)
}

/** Several things side by side. */
export function Fragment({ children }) {
  return new Html(childToText(children))
}

export { jsx as jsxDEV, jsx as jsxs }
