import { words } from '../i18n/words.ts'

/** What is said of a field where the form's own schema has no sentence for it. */
export const formWords = words('form', {
  missing: 'Something is missing here. Fill it in, then send the form again.',
  unfitting: 'What arrived here is nothing this form offers. Choose again, then send it once more.',
})
