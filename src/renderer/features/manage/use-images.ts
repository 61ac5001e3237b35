// The pictures of a listing while they are edited: chosen, ordered, described, saved as one change, and undone. Owns these; the house
// decides what may be saved.

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import { LISTING_IMAGES_MAX } from '../../../shared/domain/catalogue.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { sendPicture } from '../../stores/pictures.ts'
import { preferences } from '../../stores/preferences.ts'
import { drawImage } from './draw-image.ts'
import { type Images, type WhyNot, described, moved, whyNot, withDrawn } from './edited-images.ts'
import { ownChanges } from './own-changes.ts'
import type { Failed } from './run-changes.ts'

export interface ImageTrouble {
  readonly file: string
  readonly problem: WhyNot
}

interface Done {
  readonly changeId: ChangeId
  readonly isUndone: boolean
}

/** What is edited. `now()` tells it by now also to work that began earlier: a picture is decoded, or sent, while others are described. */
function useEdited(saved: Images) {
  const [edited, setEdited] = useState<Images | null>(null)
  const newest = useRef<Images | null>(null)
  const put = (next: Images | null) => {
    newest.current = next
    setEdited(next)
  }
  return {
    edited,
    put,
    isStill: (sent: Images | null) => newest.current === sent,
    now: () => newest.current ?? saved,
  }
}

export function useImages(row: ListingRow, onChanged: () => void) {
  const { language } = useStore(preferences)
  const { edited, put, isStill, now } = useEdited(row.images)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [isSaving, setSaving] = useState(false)
  const images: Images = edited ?? row.images
  const change = (next: Images) => {
    setDone(null)
    setFailed(null)
    put(next)
  }
  const { add, remove, troubles, isAdding } = useFiles(now, change)
  /** `sent`: what was edited when the house was asked; what was edited since stays. */
  const settle = (answer: Answer<Output<'change-rows'>>, sent: Images | null) => {
    if (answer.kind !== 'done') return setFailed(answer)
    const { changeId } = answer.value
    ownChanges.add(changeId)
    if (isStill(sent)) {
      put(null)
      setDone({ changeId, isUndone: sent === null })
    }
    return onChanged()
  }
  const save = async () => {
    setSaving(true)
    const sent = images
    const unsent = await sendAll(sent)
    if (unsent) setFailed(unsent)
    else {
      const plain = sent.map(({ drawn: _drawn, ...image }) => image)
      const what = { of: 'listings', kind: 'images', images: plain } as const
      settle(await ask('change-rows', { change: what, rows: { ids: [row.listingId] } }), sent)
    }
    setSaving(false)
  }
  const undo = async () => {
    if (done) settle(await ask('undo-change', { changeId: done.changeId }), null)
  }
  return {
    images,
    language,
    troubles,
    failed,
    done,
    isBusy: isSaving || isAdding,
    mayAdd: images.length < LISTING_IMAGES_MAX,
    /** Every picture has a description in this screen's language. */
    isDescribed: images.every(({ alt }) => (alt[language] ?? '').trim() !== ''),
    isEdited: edited !== null,
    add: (files: readonly File[]) => void add(files),
    describe: (digest: string, text: string) => change(described(now(), digest, language, text)),
    move: (from: number, to: number) => change(moved(now(), from, to)),
    remove,
    save: () => void save(),
    undo: () => void undo(),
  }
}

/** Pictures from files, each as soon as it is decoded, and taken out again. */
function useFiles(now: () => Images, change: (next: Images) => void) {
  const [troubles, setTroubles] = useState<readonly ImageTrouble[]>([])
  const [isAdding, setAdding] = useState(false)
  const addresses = useAddresses()
  const addOne = async (file: File): Promise<WhyNot | null> => {
    if (now().length >= LISTING_IMAGES_MAX) return 'too-many'
    const drawn = await drawImage(file)
    if (typeof drawn === 'string') return drawn
    const problem = whyNot(now(), drawn)
    if (problem) URL.revokeObjectURL(drawn.address)
    else {
      addresses.keep(drawn.address)
      change(withDrawn(now(), drawn))
    }
    return problem
  }
  const add = async (files: readonly File[]) => {
    setAdding(true)
    const wrong: ImageTrouble[] = []
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop -- decoded one at a time: each takes up to a hundred megabytes
      const problem = await addOne(file)
      if (problem) wrong.push({ file: file.name, problem })
    }
    setTroubles(wrong)
    setAdding(false)
  }
  const remove = (digest: string) => {
    const address = now().find((image) => image.digest === digest)?.drawn?.address
    if (address !== undefined) addresses.forget(address)
    change(now().filter((image) => image.digest !== digest))
  }
  return { add, remove, troubles, isAdding }
}

export type ImagesWork = ReturnType<typeof useImages>

/** Where drawn pictures lie in this window's memory: given back once one is removed, and all when the dialog is closed. */
function useAddresses() {
  const all = useRef<Set<string> | null>(null)
  useEffect(() => {
    all.current = new Set()
    return () => {
      for (const address of all.current ?? []) URL.revokeObjectURL(address)
      all.current = null
    }
  }, [])
  return {
    /** Not at all if the dialog was closed meanwhile. */
    keep: (address: string) => (all.current ? all.current.add(address) : URL.revokeObjectURL(address)),
    forget: (address: string) => {
      all.current?.delete(address)
      URL.revokeObjectURL(address)
    },
  }
}

async function sendAll(images: Images): Promise<Failed | null> {
  for (const { drawn } of images) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that sales come in between
    const failed = drawn ? await sendPicture(drawn) : null
    if (failed) return failed
  }
  return null
}
