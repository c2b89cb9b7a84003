/** The text of an editable element, and where each unit of it stands. */
export interface EditableText {
  text: string
  /** The place of an offset: at the end of what stands before it, where `after` is false. */
  place(offset: number, after: boolean): [Node, number]
}

interface Piece {
  begin: number
  node: Text
}

const BLOCKS = new Set(
  [
    'address article aside blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul',
  ]
    .join(' ')
    .split(' '),
)

const isBlock = (node: Node): boolean => BLOCKS.has(node.nodeName.toLowerCase())

/** Reads an editable element as it looks: a line for each block and each line break. */
export function textOf(root: Node): EditableText {
  const pieces: Piece[] = []
  let text = ''
  const endLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      pieces.push({ begin: text.length, node: node as Text })
      // A hard space is how browsers keep two spaces apart while somebody writes.
      text += (node as Text).data.replaceAll('\u00a0', ' ')
    } else if (node.nodeName === 'BR') text += '\n'
    else {
      if (isBlock(node)) endLine()
      for (const child of node.childNodes) visit(child)
      if (isBlock(node)) endLine()
    }
  }
  for (const child of root.childNodes) visit(child)
  return {
    text,
    place(offset, after) {
      const found = pieces.findLast(({ begin }) => (after ? begin <= offset : begin < offset)) ?? pieces[0]
      return found ? [found.node, Math.min(offset - found.begin, found.node.length)] : [root, 0]
    },
  }
}
