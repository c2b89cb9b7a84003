/** Makes set-up quicker: proposes this device's time zone, and counts words while they are written. */

function proposeZone(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-own-zone=yes] select')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (select && [...select.options].some((option) => option.value === zone)) select.value = zone
}

const segments = new Intl.Segmenter('en', { granularity: 'word' })

function countWords(text: string): number {
  let count = 0
  for (const { isWordLike } of segments.segment(text)) if (isWordLike) count++
  return count
}

/** The server has written the count for the text as it came; it is the number after the limit. */
function keepCount(box: HTMLElement): void {
  const area = box.querySelector('textarea')
  const hint = box.querySelector('.hint')
  if (!area || !hint) return
  const sentence = hint.textContent ?? ''
  const before = new RegExp(`(${box.dataset.wordLimit}\\D+)\\d+`)
  area.addEventListener('input', () => {
    const count = String(countWords(area.value))
    hint.textContent = sentence.replace(before, (_, lead: string) => lead + count)
  })
}

proposeZone()
for (const box of document.querySelectorAll<HTMLElement>('[data-word-limit]')) keepCount(box)
