import { words } from '../i18n/words.ts'

/** What the API says about a value that does not fit. */
export const apiWords = words('api', {
  invalid: 'This does not fit: {fields}. Each is explained under "errors".',
  needed: 'This is missing.',
  object: 'Send one JSON object.',
  typeString: 'This takes a text.',
  typeNumber: 'This takes a number.',
  typeBoolean: 'This takes true or false.',
  typeArray: 'This takes a list.',
  typeObject: 'This takes an object.',
  typeOther: 'This is of another kind than what goes here.',
  oneOf: 'This takes one of: {values}.',
  atLeastText: {
    one: 'This takes at least {count} character.',
    other: 'This takes at least {count} characters.',
  },
  atMostText: {
    one: 'This takes at most {count} character.',
    other: 'This takes at most {count} characters.',
  },
  atLeastItems: { one: 'This takes at least {count} item.', other: 'This takes at least {count} items.' },
  atMostItems: { one: 'This takes at most {count} item.', other: 'This takes at most {count} items.' },
  atLeast: 'This is {count} or more.',
  atMost: 'This is {count} or less.',
  id: 'This takes an id as the API gives them.',
  time: 'This takes a time such as 2026-03-01T12:00:00Z.',
  format: 'This does not have the form that goes here.',
  unknown: 'There is no such field here. Check its name, or leave it away.',
  other: 'This does not fit here.',
})

export const apiErrors = words('api.errors', {
  jsonExpected: 'Send the body as JSON, with "Content-Type: application/json".',
  jsonOrFormExpected:
    'Send the body as JSON, with "Content-Type: application/json", or with pictures as "multipart/form-data".',
  formUnreadable: 'The form did not arrive whole. Check how its parts are divided.',
  formTooLarge: 'That is more than 34 MB. Send fewer pictures at once, or smaller ones.',
  jsonUnreadable: 'The body is not whole JSON. Check its commas and quotes.',
  bodyTooLarge: 'That is more than 1 MB. Send less at once.',
  methodWrong: 'This address answers {allow}.',
  tokenNeeded:
    'This needs a token: send it as "Authorization: Bearer kdl_...". Members make them under Settings, Tokens.',
  scopeMissing: 'This token was not made for that. It needs the scope "{scope}"; make one that has it.',
  stewardsOnly: 'This is for the stewards of this place.',
})
