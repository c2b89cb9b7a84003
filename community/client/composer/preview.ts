interface Renderer {
  render(source: string): string
}

/** Pictures chosen on this device, as lines under the words show them. */
function chosenPictures(form: HTMLFormElement): HTMLImageElement[] {
  return [...form.querySelectorAll<HTMLImageElement>('[data-slot] img')].map((shown) => {
    const image = new Image()
    image.src = shown.src
    image.alt = shown.closest('[data-slot]')?.querySelector<HTMLInputElement>('input[type=text]')?.value ?? ''
    return image
  })
}

/** Shows how words will look, rendered here. The renderer is fetched when it is first asked for. */
export function previewForm(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-preview]')
  const place = form.querySelector<HTMLElement>('[data-preview-place]')
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name=body]')
  const status = form.querySelector<HTMLElement>('[data-status]')
  if (!button || !place || !field) return
  const open = button.textContent ?? ''
  const words = document.createElement('div')
  words.className = 'words'
  place.append(words)
  button.removeAttribute('hidden')

  const set = (shown: boolean) => {
    place.hidden = !shown
    button.setAttribute('aria-expanded', String(shown))
    button.textContent = shown ? (button.dataset.end ?? open) : open
  }
  button.addEventListener('click', async () => {
    if (!place.hidden) {
      set(false)
      field.focus()
      return
    }
    try {
      const { render } = (await import(button.dataset.preview ?? '')) as Renderer
      words.innerHTML = render(field.value)
      words.append(...chosenPictures(form))
      set(true)
    } catch {
      if (status) status.textContent = button.dataset.failed ?? ''
    }
  })
}
