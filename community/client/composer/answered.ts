/** The entry that a form answers: the reply it names, or else the post. Nothing in a form that answers nothing. */
export function answeredBy(form: HTMLFormElement): HTMLElement | null {
  const to = form.querySelector<HTMLInputElement>('input[name=to]')
  if (!to) return null
  return to.value
    ? document.getElementById(`r-${to.value}`)
    : document.querySelector<HTMLElement>('article.post')
}

/** Its author, by the name that the page may say; nobody where it is oneself, or somebody without one. */
export const personIn = (entry: HTMLElement | null): string | undefined =>
  entry && !('nobody' in entry.dataset) ? entry.dataset.name : undefined
