import { z } from '@hono/zod-openapi'
import { type FormParts, fileSchema, type Translator, unfitting } from '../../foundation/index.ts'
import { ALT_LENGTH, type ChosenPicture, PICTURES_EACH, readPictures } from '../pictures.ts'
import { conversationErrors, conversationWords } from '../words.ts'

const places = Array.from({ length: PICTURES_EACH }, (_, index) => index + 1)

/** Named as in the forms of the pages: `picture1`, `alt1`, `shows1`, and so on. */
export const pictureForm = z.object(
  Object.fromEntries(
    places.flatMap((place) => [
      [
        `picture${place}`,
        fileSchema
          .optional()
          .openapi({ description: 'Up to 8 MB; where and with what it was taken is removed.' }),
      ],
      [`alt${place}`, z.string().max(ALT_LENGTH).optional().openapi({ description: 'What it shows.' })],
      [
        `shows${place}`,
        z
          .enum(['decorative', 'unknown'])
          .optional()
          .openapi({ description: 'In place of `alt`: it says nothing, or you cannot describe it.' }),
      ],
    ]),
  ),
)

/** Nobody looks at a program's form before it is sent: what stands alone or says nothing is refused. */
function checkDescribed({ typed, files }: FormParts): void {
  for (const place of places) {
    const described = Boolean(typed[`alt${place}`]?.trim() || typed[`shows${place}`])
    if (files[`picture${place}`] && !described)
      throw unfitting(`alt${place}`, 'picture_undescribed', conversationErrors.pictureUndescribed)
    if (!files[`picture${place}`] && described)
      throw unfitting(`picture${place}`, 'picture_missing', conversationErrors.pictureMissing)
  }
}

/** The pictures that came with an entry, as writing and changing take them. */
export async function picturesWith(
  t: Translator,
  form: FormParts | undefined,
): Promise<{ pictures: ChosenPicture[]; undescribed: string }> {
  if (form) checkDescribed(form)
  return {
    pictures: form ? await readPictures(form.typed, form.files) : [],
    undescribed: t(conversationWords.undescribed),
  }
}
