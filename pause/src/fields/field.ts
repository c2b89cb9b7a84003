import { isLowHalf } from '../low-half.ts'

/** A place where somebody writes. Offsets are UTF-16 units of `text()`. */
export interface Field {
  readonly element: HTMLElement
  /** The form it is sent with, if any. */
  readonly form: HTMLFormElement | null
  text(): string
  /** Remembers where the caret is; what comes back takes the writer there. */
  keepPlace(): () => void
  /** Makes the draft `text`, as one edit that the browser's undo takes back. */
  write(text: string): void
  /** Whether a text fits in. */
  takes(text: string): boolean
}

export interface Edit {
  begin: number
  end: number
  text: string
}

/** The smallest edit that makes one text of another; it cuts no character in two. */
export function editBetween(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length)
  let begin = 0
  while (begin < shorter && from[begin] === to[begin]) begin++
  if (begin > 0 && (isLowHalf(from, begin) || isLowHalf(to, begin))) begin--
  let same = 0
  while (same < shorter - begin && from[from.length - 1 - same] === to[to.length - 1 - same]) same++
  if (same > 0 && isLowHalf(from, from.length - same)) same--
  return { begin, end: from.length - same, text: to.slice(begin, to.length - same) }
}

/** Types or deletes over what is selected, as a hand would. False where the browser does not. */
export function typeOver(text: string): boolean {
  try {
    return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  } catch {
    return false
  }
}

/** Says that a field changed, as typing does. */
export function sayInput(element: HTMLElement): void {
  element.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  )
}
