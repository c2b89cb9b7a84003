import { answeredBy } from '../composer/answered.ts'
import { Progress } from './progress.ts'

/**
 * Beside the box: a way back to what is answered, where it was not read to its end. It is a link, says nothing by itself,
 * and is gone once there is nothing left to go back to.
 */
export function offerTheWayBack(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const way = form.querySelector<HTMLElement>('[data-take-back]')
  const button = way?.querySelector('button')
  if (!way || !button) return
  const progress = new Progress(form.dataset.draft ?? '')
  const left = (): HTMLElement | undefined => {
    const entry = answeredBy(form)
    return entry ? progress.nextOf(entry) : undefined
  }
  const offer = () => {
    way.hidden = left() === undefined
  }
  field.addEventListener('focus', offer)
  form.querySelector('input[name=to]')?.addEventListener('change', offer)
  button.addEventListener('click', () => {
    const block = left() ?? answeredBy(form)?.querySelector<HTMLElement>('.words')
    if (!block) return
    block.tabIndex = -1
    block.scrollIntoView({ block: 'center' })
    block.focus({ preventScroll: true })
  })
}
