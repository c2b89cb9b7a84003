import { words } from '../i18n/words.ts'

/** What is said of a field where the form's own schema has no sentence for it. */
export const formWords = words('form', {
  missing: 'Something is missing here. Fill it in, then send the form again.',
  unfitting: 'What arrived here is nothing this form offers. Choose again, then send it once more.',
})

export const formErrors = words('form.errors', {
  formTooLarge: 'That is more than this page can take at once. Make it smaller and try again.',
  formExpected: 'This address takes a form. Go back and press the button again.',
  formUnreadable: 'The form did not arrive whole. Go back and send it again.',
})
