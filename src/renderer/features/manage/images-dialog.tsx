// The pictures of a listing: up to five, each with a description for people who cannot see it. Owns the dialog; redrawing and sending
// are in other files.

import { ImageUp } from 'lucide-react'
import { DropZone, FileTrigger } from 'react-aria-components'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import { LISTING_IMAGES_MAX } from '../../../shared/domain/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import { ImageList } from './image-list.tsx'
import styles from './images-dialog.module.css'
import { type ImagesWork, useImages } from './use-images.ts'
import { useFailedText } from './use-failed-text.ts'

interface Props {
  readonly row: ListingRow
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function ImagesDialog({ row, onChanged, onClose }: Props) {
  const say = useSay()
  const work = useImages(row, onChanged)
  const { isBusy, isEdited, isDescribed, save } = work
  return (
    <Dialog title={say('images.dialog', { title: isolated(row.title) })} isOpen isWide onClose={onClose}>
      <ImageZone work={work} />
      <ImageList listingId={row.listingId} work={work} />
      <Told work={work} />
      <DialogButtons>
        <Button onPress={onClose}>{say('calendar.close')}</Button>
        <Button look="next" isDisabled={isBusy || !isEdited || !isDescribed} onPress={save}>
          {say('images.keep')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function ImageZone({ work: { mayAdd, isBusy, add } }: { readonly work: ImagesWork }) {
  const say = useSay()
  return (
    <DropZone
      className={styles.zone ?? ''}
      isDisabled={isBusy}
      aria-label={say('images.drop', { limit: LISTING_IMAGES_MAX })}
      onDrop={({ items }) => {
        const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
        void Promise.all(files).then(add)
      }}
    >
      <ImageUp size={24} aria-hidden />
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']}
        onSelect={(files) => add([...(files ?? [])])}
      >
        <Button isDisabled={!mayAdd || isBusy}>{say('images.choose')}</Button>
      </FileTrigger>
      <span className={styles.quiet}>{say('images.drop', { limit: LISTING_IMAGES_MAX })}</span>
    </DropZone>
  )
}

function Told({ work }: { readonly work: ImagesWork }) {
  const say = useSay()
  const failedText = useFailedText()
  const { troubles, failed, done, undo, isDescribed, isEdited } = work
  return (
    <div className={styles.told}>
      <p role="alert" className={styles.problem}>
        {failed && failedText(failed)}
        {troubles.map(({ file, problem }) => (
          <span key={file}>{say(`images.problem.${problem}`, { file: isolated(file) })}</span>
        ))}
      </p>
      <p role="status">
        {done && say(done.isUndone ? 'images.undone' : 'images.kept')}
        {isEdited && !isDescribed && say('images.describe')}
      </p>
      {done && !done.isUndone && <Button onPress={undo}>{say('manage.undo')}</Button>}
    </div>
  )
}
