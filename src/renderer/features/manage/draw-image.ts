// Redraws a chosen picture before it leaves the page: checked by its first bytes, reduced to the size a screen needs, without the
// camera's metadata. Owns that; the house checks again.

import { IMAGE_FILE_BYTES_MAX, isTooLarge, readImageHeader } from '../../../shared/domain/image-header.ts'
import { type Picture, pictureOf } from '../../stores/pictures.ts'

export interface DrawnImage extends Picture {
  readonly width: number
  readonly height: number
}

export type ImageProblem = 'no-picture' | 'too-large'

/** Length of the longer side: a large screen's width. */
const SIDE = 1600
/** At this size nobody can tell it from the original. */
const QUALITY = 0.85

export async function drawImage(file: File): Promise<DrawnImage | ImageProblem> {
  if (file.size > IMAGE_FILE_BYTES_MAX) return 'too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const header = readImageHeader(bytes)
  if (!header) return 'no-picture'
  if (isTooLarge(header)) return 'too-large'
  const whole = await decoded(new Blob([bytes], { type: header.type }))
  if (!whole) return 'no-picture'
  const share = Math.min(1, SIDE / Math.max(whole.width, whole.height))
  const width = Math.max(1, Math.round(whole.width * share))
  const height = Math.max(1, Math.round(whole.height * share))
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(whole, 0, 0, width, height)
  whole.close()
  const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY })
  const picture = await pictureOf(new Uint8Array(await drawn.arrayBuffer()))
  return { ...picture, width, height }
}

/** Rotated as the camera was held; null if the header was valid but the rest was not. */
async function decoded(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}
