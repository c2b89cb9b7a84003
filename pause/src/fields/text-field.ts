import { editBetween, type Field, sayInput, typeOver } from './field.ts'

/** A textarea, or an input of text. */
export class TextField implements Field {
  readonly element: HTMLTextAreaElement | HTMLInputElement

  constructor(element: HTMLTextAreaElement | HTMLInputElement) {
    this.element = element
  }

  get form(): HTMLFormElement | null {
    return this.element.form
  }

  text(): string {
    return this.element.value
  }

  keepPlace(): () => void {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = this.element
    return () => {
      this.element.focus()
      this.element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined)
      this.element.scrollTo(scrollLeft, scrollTop)
    }
  }

  write(text: string): void {
    const { element } = this
    const edit = editBetween(element.value, text)
    element.focus()
    element.setSelectionRange(edit.begin, edit.end)
    if (typeOver(edit.text) && element.value === text) return
    const now = editBetween(element.value, text)
    element.setRangeText(now.text, now.begin, now.end, 'end')
    sayInput(element)
  }

  takes(text: string): boolean {
    const { maxLength } = this.element
    return maxLength < 0 || text.length <= maxLength
  }
}
