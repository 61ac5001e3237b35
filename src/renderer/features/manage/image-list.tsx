// Pictures in their order: moved by dragging or by two buttons, described, removed. Owns the list.

import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ALT_MAX } from '../../../shared/contract/limits.ts'
import type { ListingId } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ListingPicture, altOf } from '../../ui/listing-picture.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { EditedImage } from './edited-images.ts'
import styles from './images-dialog.module.css'
import type { ImagesWork } from './use-images.ts'

interface Props {
  readonly listingId: ListingId
  readonly work: ImagesWork
}

export function ImageList({ listingId, work }: Props) {
  const say = useSay()
  const { images, move } = work
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <ol className={styles.list} aria-label={say('images.title')}>
      {images.map((image, index) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is for pointers: keys have two buttons
        <li
          key={image.digest}
          draggable
          data-dragged={dragged === index || undefined}
          onDragStart={() => setDragged(index)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => {
            event.preventDefault()
            if (dragged === null || dragged === index) return
            move(dragged, index)
            setDragged(index)
          }}
        >
          <Shown listingId={listingId} image={image} language={work.language} />
          <Words image={image} index={index} work={work} />
          <Ways image={image} index={index} work={work} />
        </li>
      ))}
    </ol>
  )
}

interface ShownProps {
  readonly listingId: ListingId
  readonly image: EditedImage
  readonly language: ImagesWork['language']
}

function Shown({ listingId, image, language }: ShownProps) {
  const { drawn, alt } = image
  return drawn ? (
    <img src={drawn.address} alt={altOf(alt, language)} className={styles.shown} draggable={false} />
  ) : (
    <ListingPicture listingId={listingId} image={image} className={styles.shown} />
  )
}

interface RowProps {
  readonly image: EditedImage
  readonly index: number
  readonly work: ImagesWork
}

function Words({ image, index, work }: RowProps) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Field label={say('images.alt', { place: number(index + 1) })}>
      {(ids) => (
        <input
          {...ids}
          required
          maxLength={ALT_MAX}
          value={image.alt[work.language] ?? ''}
          onChange={({ currentTarget }) => work.describe(image.digest, currentTarget.value)}
        />
      )}
    </Field>
  )
}

function Ways({ image, index, work }: RowProps) {
  const say = useSay()
  const { number } = useFormats()
  const place = number(index + 1)
  const { images, move, remove } = work
  return (
    <div className={styles.ways}>
      <Button
        look="quiet"
        label={say('images.earlier', { place })}
        isDisabled={index === 0}
        onPress={() => move(index, index - 1)}
      >
        <ChevronUp size={18} aria-hidden />
      </Button>
      <Button
        look="quiet"
        label={say('images.later', { place })}
        isDisabled={index === images.length - 1}
        onPress={() => move(index, index + 1)}
      >
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Button look="quiet" label={say('images.remove', { place })} onPress={() => remove(image.digest)}>
        <Trash2 size={18} aria-hidden />
      </Button>
    </div>
  )
}
