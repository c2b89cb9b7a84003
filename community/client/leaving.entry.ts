import { draftsOf, dropDraftsOf } from './composer/drafts.ts'

/** Who goes takes along what they began here, and how far they read: a device may be shared. One tick keeps it. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-leaving]')) {
  const member = form.dataset.leaving ?? ''
  const begun = draftsOf(member, new Set()).length > 0
  if (begun) form.querySelector('[data-begun]')?.removeAttribute('hidden')
  form.addEventListener('submit', () => {
    if (!begun || !form.querySelector('[data-begun] input:checked')) dropDraftsOf(member)
  })
}
