/** "It helped because …": a press puts the words into the box, to be gone on with. */
for (const row of document.querySelectorAll<HTMLElement>('.starts')) {
  row.hidden = false
  // The same starters in words, for who has no script.
  row.previousElementSibling?.remove()
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-starter]')
  if (!button) return
  const box = document.getElementById(button.dataset.starter ?? '')
  if (!(box instanceof HTMLTextAreaElement)) return
  const words = (button.textContent ?? '').replace(/\s*…$/, ' ')
  const before = box.value.trimEnd()
  box.value = before ? `${before} ${words}` : words
  box.focus()
  box.setSelectionRange(box.value.length, box.value.length)
})
