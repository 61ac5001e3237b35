// The pictures of a listing as one changes them, each step from what they are by then. Owns the steps, pure; must never read a file.

import type { ImageView } from '../../../shared/contract/image-shapes.ts'
import { LISTING_IMAGES_MAX } from '../../../shared/domain/catalogue.ts'
import type { DrawnImage, ImageProblem } from './draw-image.ts'

/** `drawn`: the house does not have it yet. */
export interface EditedImage extends ImageView {
  readonly drawn?: DrawnImage
}

export type Images = readonly EditedImage[]

export type WhyNot = ImageProblem | 'too-many' | 'twice'

/** Why one more is not taken; null: it is. */
export function whyNot(images: Images, { digest }: DrawnImage): WhyNot | null {
  if (images.length >= LISTING_IMAGES_MAX) return 'too-many'
  return images.some((image) => image.digest === digest) ? 'twice' : null
}

/** Behind the others. */
export function withDrawn(images: Images, drawn: DrawnImage): Images {
  const { digest, width, height } = drawn
  return [...images, { digest, width, height, alt: {}, drawn }]
}

export function moved(images: Images, from: number, to: number): Images {
  const image = images[from]
  if (!image || to < 0 || to >= images.length) return images
  return images.toSpliced(from, 1).toSpliced(to, 0, image)
}

export function described(
  images: Images,
  digest: string,
  language: keyof ImageView['alt'],
  text: string,
): Images {
  return images.map((image) =>
    image.digest === digest ? { ...image, alt: withWords(image.alt, language, text) } : image,
  )
}

/** With the languages in a fixed order, so that equal texts compare as equal. */
function withWords(alt: ImageView['alt'], language: keyof ImageView['alt'], text: string): ImageView['alt'] {
  const all = { ...alt, [language]: text }
  return Object.fromEntries(
    (['en', 'fa', 'hi'] as const).flatMap((one) =>
      all[one] === undefined || all[one] === '' ? [] : [[one, all[one]]],
    ),
  )
}
