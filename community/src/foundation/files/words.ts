import { words } from '../i18n/words.ts'

export const fileErrors = words('files.errors', {
  pictureTooLarge: 'A picture holds up to 8 MB. Make it smaller, then choose it again.',
  pictureType: 'That file is not a picture we can show. PNG, JPEG, WebP and GIF work.',
  pictureUnreadable:
    'That picture could not be read: it may be damaged, or larger than we can unfold. Save it again as JPEG and choose that.',
})
