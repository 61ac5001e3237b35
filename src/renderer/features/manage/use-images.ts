// The pictures of a listing while they are edited: chosen, ordered, described, saved as one change, and undone. Owns these; the house
// decides what may be saved.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { ImageView } from '../../../shared/contract/image-shapes.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import { LISTING_IMAGES_MAX } from '../../../shared/domain/catalogue.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { sendPicture } from '../../stores/pictures.ts'
import { preferences } from '../../stores/preferences.ts'
import { type DrawnImage, type ImageProblem, drawImage } from './draw-image.ts'
import { ownChanges } from './own-changes.ts'
import type { Failed } from './run-changes.ts'

/** `drawn`: the house does not have it yet. */
export interface EditedImage extends ImageView {
  readonly drawn?: DrawnImage
}

export interface ImageTrouble {
  readonly file: string
  readonly problem: ImageProblem | 'too-many' | 'twice'
}

interface Done {
  readonly changeId: ChangeId
  readonly isUndone: boolean
}

export function useImages(row: ListingRow, onChanged: () => void) {
  const { language } = useStore(preferences)
  const [edited, setEdited] = useState<readonly EditedImage[] | null>(null)
  const [troubles, setTroubles] = useState<readonly ImageTrouble[]>([])
  const [failed, setFailed] = useState<Failed | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [isBusy, setBusy] = useState(false)
  const images: readonly EditedImage[] = edited ?? row.images
  const change = (next: readonly EditedImage[]) => {
    setDone(null)
    setFailed(null)
    setEdited(next)
  }
  const add = async (files: readonly File[]) => {
    setBusy(true)
    const { next, wrong } = await withFiles(images, files)
    setTroubles(wrong)
    change(next)
    setBusy(false)
  }
  const settle = (answer: Answer<Output<'change-rows'>>, isUndone: boolean) => {
    if (answer.kind !== 'done') return setFailed(answer)
    ownChanges.add(answer.value.changeId)
    setEdited(null)
    setDone({ changeId: answer.value.changeId, isUndone })
    return onChanged()
  }
  const save = async () => {
    setBusy(true)
    const unsent = await sendAll(images)
    if (unsent) setFailed(unsent)
    else {
      const plain = images.map(({ drawn: _drawn, ...image }) => image)
      const what = { of: 'listings', kind: 'images', images: plain } as const
      settle(await ask('change-rows', { change: what, rows: { ids: [row.listingId] } }), false)
    }
    setBusy(false)
  }
  const undo = async () => {
    if (done) settle(await ask('undo-change', { changeId: done.changeId }), true)
  }
  return {
    images,
    language,
    troubles,
    failed,
    done,
    isBusy,
    mayAdd: images.length < LISTING_IMAGES_MAX,
    /** Every picture has a description in this screen's language. */
    isDescribed: images.every(({ alt }) => (alt[language] ?? '').trim() !== ''),
    isEdited: edited !== null,
    add: (files: readonly File[]) => void add(files),
    describe: (digest: string, text: string) =>
      change(
        images.map((image) =>
          image.digest === digest ? { ...image, alt: withWords(image.alt, language, text) } : image,
        ),
      ),
    move: (from: number, to: number) => change(moved(images, from, to)),
    remove: (digest: string) => change(images.filter((image) => image.digest !== digest)),
    save: () => void save(),
    undo: () => void undo(),
  }
}

export type ImagesWork = ReturnType<typeof useImages>

/** Appends the files that can be shown, as long as there is room. */
async function withFiles(
  images: readonly EditedImage[],
  files: readonly File[],
): Promise<{ readonly next: readonly EditedImage[]; readonly wrong: readonly ImageTrouble[] }> {
  const next = [...images]
  const wrong: ImageTrouble[] = []
  for (const file of files) {
    if (next.length >= LISTING_IMAGES_MAX) {
      wrong.push({ file: file.name, problem: 'too-many' })
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- decoded one at a time: each takes up to a hundred megabytes
    const drawn = await drawImage(file)
    if (typeof drawn === 'string') wrong.push({ file: file.name, problem: drawn })
    else if (next.some(({ digest }) => digest === drawn.digest))
      wrong.push({ file: file.name, problem: 'twice' })
    else next.push({ digest: drawn.digest, width: drawn.width, height: drawn.height, alt: {}, drawn })
  }
  return { next, wrong }
}

async function sendAll(images: readonly EditedImage[]): Promise<Failed | null> {
  for (const { drawn } of images) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that sales come in between
    const failed = drawn ? await sendPicture(drawn) : null
    if (failed) return failed
  }
  return null
}

function moved(images: readonly EditedImage[], from: number, to: number): readonly EditedImage[] {
  const image = images[from]
  if (!image || to < 0 || to >= images.length) return images
  return images.toSpliced(from, 1).toSpliced(to, 0, image)
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
