type Attend = (form: HTMLFormElement, pause: HTMLElement) => void

/**
 * Brings in the pause when somebody begins to write: most who read a page never do. Until it is there, and where it cannot be
 * had, what is posted goes its way, and the server asks as it asks without script.
 */
export function bringPause(form: HTMLFormElement): void {
  const pause = form.querySelector<HTMLElement>('kind-pause')
  const script = pause?.dataset.script
  if (!pause || !script) return
  form.addEventListener(
    'focusin',
    async () => {
      try {
        const { attend } = (await import(script)) as { attend: Attend }
        attend(form, pause)
      } catch {
        // Writing goes on.
      }
    },
    { once: true },
  )
}
