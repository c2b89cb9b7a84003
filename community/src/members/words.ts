import { words } from '../foundation/index.ts'

export const memberErrors = words('members.errors', {
  invitationNeeded:
    'This place is open to who was invited. If you know somebody here, ask them for an invitation.',
  nameMissing: 'Tell us what to call you. A nickname is fine.',
  nameTooLong: 'That name has more than {count} characters. A shorter form is fine.',
})
