/** The places for pictures in a form, in order. */
function slotsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-slot]')]
}

const inputOf = (slot: HTMLElement) => slot.querySelector<HTMLInputElement>('input[type=file]')

function showChosen(slot: HTMLElement): void {
  const file = inputOf(slot)?.files?.[0]
  const old = slot.querySelector('img')
  if (old) URL.revokeObjectURL(old.src)
  old?.remove()
  if (!file) return
  const image = new Image()
  image.src = URL.createObjectURL(file)
  image.alt = ''
  inputOf(slot)?.after(image)
  // The place for the next one opens by itself.
  const next = slot.nextElementSibling
  if (next instanceof HTMLDetailsElement) next.open = true
}

/** Puts files into the first places that are empty. @returns whether any was a picture */
function putFiles(form: HTMLFormElement, files: Iterable<File>): boolean {
  const pictures = [...files].filter((file) => file.type.startsWith('image/'))
  const empty = slotsOf(form).filter((slot) => !inputOf(slot)?.files?.length)
  for (const [index, file] of pictures.slice(0, empty.length).entries()) {
    const slot = empty[index]
    const input = slot && inputOf(slot)
    if (!slot || !input) continue
    const one = new DataTransfer()
    one.items.add(file)
    input.files = one.files
    showChosen(slot)
  }
  if (pictures.length > 0) form.querySelector('[data-pictures]')?.setAttribute('open', '')
  return pictures.length > 0
}

/** Pictures one chose are shown, and may be pasted or dropped into the words. They stay here until Post is pressed. */
export function picturesOfForm(form: HTMLFormElement): void {
  for (const slot of slotsOf(form)) inputOf(slot)?.addEventListener('change', () => showChosen(slot))
  const field = form.querySelector('textarea[name=body]')
  if (slotsOf(form).length === 0 || !(field instanceof HTMLTextAreaElement)) return
  field.addEventListener('paste', (event) => {
    const files = event.clipboardData?.files
    if (files?.length && putFiles(form, files)) event.preventDefault()
  })
  field.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  field.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files
    if (files?.length && putFiles(form, files)) event.preventDefault()
  })
}
