import { textOf } from './editable-text.ts'
import { type Edit, editBetween, type Field, sayInput, typeOver } from './field.ts'

const ONE_PIECE = 'a, img, video, audio, code, [contenteditable="false"]'

/** An element whose content is edited in place. */
export class EditableField implements Field {
  readonly element: HTMLElement

  constructor(element: HTMLElement) {
    this.element = element
  }

  get form(): HTMLFormElement | null {
    return this.element.closest('form')
  }

  text(): string {
    return textOf(this.element).text
  }

  keepPlace(): () => void {
    const selection = getSelection()
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
    const kept =
      range && this.element.contains(range.commonAncestorContainer) ? range.cloneRange() : undefined
    const { scrollTop, scrollLeft } = this.element
    return () => {
      this.element.focus()
      if (kept) this.#select(kept)
      this.element.scrollTo(scrollLeft, scrollTop)
    }
  }

  write(text: string): void {
    const { edit, range } = this.#editTo(text)
    this.element.focus()
    this.#select(range)
    if (typeOver(edit.text)) return
    range.deleteContents()
    range.insertNode(document.createTextNode(edit.text))
    range.collapse(false)
    this.#select(range)
    sayInput(this.element)
  }

  /** What is typed over is plain: links, pictures and names that stand as one piece are not. */
  takes(text: string): boolean {
    const { range } = this.#editTo(text)
    return range.cloneContents().querySelector(ONE_PIECE) === null
  }

  #editTo(text: string): { edit: Edit; range: Range } {
    const now = textOf(this.element)
    const edit = editBetween(now.text, text)
    const range = document.createRange()
    range.setStart(...now.place(edit.begin, true))
    range.setEnd(...now.place(edit.end, false))
    return { edit, range }
  }

  #select(range: Range): void {
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }
}
