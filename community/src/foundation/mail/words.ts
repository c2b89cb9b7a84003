import { words } from '../i18n/words.ts'

export const mailErrors = words('mail.errors', {
  mailNotConfigured: 'No mail server is configured. Set KINDLING_SMTP, start again, and try once more.',
  mailRefused:
    'The mail server did not take the letter. Check KINDLING_SMTP and KINDLING_MAIL_FROM, and try once more.',
})
