import createMarkdown, { type MarkdownIt, type RendererRule } from 'markdown-it'

/** What a page of ours may link to; everything else stays text. */
const LINK = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i
/** Pictures come from this place alone, so that reading never tells another server who reads. */
const PICTURE = /^\/files\/[0-9a-f-]{36}$/

/** Width and height by file id: room is kept on the page before a picture arrives. */
export type PictureSizes = ReadonlyMap<string, { width: number; height: number }>

/** A link without an address, or without a word to press: `[here]()`, `[](/help)`. */
const leadsNowhere = (tokens: Parameters<RendererRule>[0], index: number): boolean =>
  tokens[index]!.attrGet('href') === '' || tokens[index + 1]?.type === 'link_close'

function makeRenderer(): MarkdownIt {
  const md = createMarkdown({ html: false, linkify: true, breaks: true, typographer: false })
  md.validateLink = (url) => LINK.test(url.trim())
  const open: RendererRule = (tokens, index, options, _env, self) => {
    if (leadsNowhere(tokens, index)) return ''
    tokens[index]!.attrSet('rel', 'nofollow ugc noopener')
    return self.renderToken(tokens, index, options)
  }
  const close: RendererRule = (tokens, index, options, _env, self) => {
    // Links do not nest: the last one that was opened is the one that ends.
    let opened = index - 1
    while (tokens[opened]!.type !== 'link_open') opened--
    return leadsNowhere(tokens, opened) ? '' : self.renderToken(tokens, index, options)
  }
  md.renderer.rules.link_open = open
  md.renderer.rules.link_close = close
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index]!
    const source = String(token.attrGet('src') ?? '')
    const described = self.renderInlineAsText(token.children ?? [], options, env)
    if (!PICTURE.test(source)) return md.utils.escapeHtml(described)
    token.attrSet('alt', described)
    const size = (env?.sizes as PictureSizes | undefined)?.get(source.slice('/files/'.length))
    if (size) {
      token.attrSet('width', String(size.width))
      token.attrSet('height', String(size.height))
    }
    token.attrSet('loading', 'lazy')
    return self.renderToken(tokens, index, options)
  }
  // The page owns h1 and h2; a heading inside a post is a smaller thing.
  const shift: RendererRule = (tokens, index, options, _env, self) => {
    const token = tokens[index]!
    token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`
    return self.renderToken(tokens, index, options)
  }
  md.renderer.rules.heading_open = shift
  md.renderer.rules.heading_close = shift
  // Pages take no style attribute; where a column stands is a class.
  const cell: RendererRule = (tokens, index, options, _env, self) => {
    const token = tokens[index]!
    const side = /text-align:(center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1]
    token.attrs = side ? [['class', side === 'center' ? 'at-center' : 'at-end']] : null
    return self.renderToken(tokens, index, options)
  }
  // What is wider than a phone scrolls by itself; the keyboard has to get there to scroll it.
  const reachable: RendererRule = (tokens, index, options, _env, self) => {
    tokens[index]!.attrSet('tabindex', '0')
    return self.renderToken(tokens, index, options)
  }
  md.renderer.rules.table_open = reachable
  for (const kind of ['fence', 'code_block'] as const) {
    const block = md.renderer.rules[kind]!
    md.renderer.rules[kind] = (...given) => block(...given).replace(/^<pre>/, '<pre tabindex="0">')
  }
  md.renderer.rules.th_open = cell
  md.renderer.rules.td_open = cell
  return md
}

const renderer = makeRenderer()
const { utils } = renderer

/**
 * Markdown to HTML that is safe to put into a page: no raw HTML passes, links are http(s), mailto or
 * local, pictures are our own files.
 * @param names members by handle who may be mentioned; other @words stay plain
 * @param sizes of our own pictures that it shows
 */
export function renderMarkdown(
  source: string,
  names: ReadonlyMap<string, string> = new Map(),
  sizes?: PictureSizes,
): string {
  return linkMentions(renderer.render(source, { sizes }), names)
}

/** A file of our own, wrapped for editors: where one of its lines ends, none ends on the page. */
export const renderFile = (source: string): string =>
  renderer.renderer.render(renderer.parse(source, {}), { ...renderer.options, breaks: false }, {})

/** Ids of our own pictures that a text shows. */
export function picturesIn(source: string): string[] {
  return [...new Set([...source.matchAll(/\]\(\/files\/([0-9a-f-]{36})\)/g)].map((match) => match[1]!))]
}

/** The line that shows a picture: any description survives as it was typed. */
export function pictureLine(id: string, described: string): string {
  const text = described.replace(/\s+/g, ' ').trim()
  return `![${text.replace(/[!-/:-@[-`{-~]/g, '\\$&')}](/files/${id})`
}

/** Handles mentioned in a text, without code and quotes being looked at twice. */
export function mentionedHandles(source: string): string[] {
  const plain = source.replace(/```[\s\S]*?```|`[^`]*`/g, ' ')
  return [
    ...new Set([...plain.matchAll(/(?:^|[^\w@/])@([a-z0-9][a-z0-9-]{0,39})/g)].map((match) => match[1]!)),
  ]
}

function linkMentions(html: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return html
  // Split on tags, code and links, so that only running text is looked at.
  return html
    .split(/(<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>|<a [\s\S]*?<\/a>|<[^>]+>)/)
    .map((piece) =>
      piece.startsWith('<')
        ? piece
        : piece.replace(/(^|[^\w@/])@([a-z0-9][a-z0-9-]{0,39})/g, (whole, before: string, handle: string) => {
            const name = names.get(handle)
            return name ? `${before}<a href="/members/${handle}">@${utils.escapeHtml(name)}</a>` : whole
          }),
    )
    .join('')
}

/** The first words of a text without its marks, for lists and letters. */
export function plainExcerpt(source: string, length: number): string {
  const text = source
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/^>.*$/gm, ' ')
    .replace(/^!\[.*\]\(\/files\/[0-9a-f-]{36}\)$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${(space > length * 0.6 ? cut.slice(0, space) : cut).trimEnd()} …`
}
