// All pictures of a listing, the first one large, side by side; their room is reserved before they are loaded. Must never move by
// itself.

import { useEffect, useState } from 'react'
import type { ImageView } from '../../shared/contract/image-shapes.ts'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { ask } from '../box-office.ts'
import { ListingPicture } from './listing-picture.tsx'
import styles from './listing-pictures.module.css'

interface Props {
  readonly row: Pick<ShowRow, 'listingId' | 'cover' | 'images'>
  /** `row`: side by side, among facts. `wide`: the first above all others. */
  readonly look: 'row' | 'wide'
}

export function ListingPictures({ row, look }: Props) {
  const { listingId, cover, images } = row
  const others = useOthers(row)
  if (!cover) return null
  return (
    <div className={styles['pictures']} data-look={look}>
      <ListingPicture listingId={listingId} image={cover} className={styles['first']} />
      {images > 1 && (
        <div className={styles['others']}>
          {Array.from({ length: images - 1 }, (_, index) => {
            const image = others[index]
            return image ? (
              <ListingPicture
                key={image.digest}
                listingId={listingId}
                image={image}
                className={styles['other']}
              />
            ) : (
              <span key={index} className={styles['other']} />
            )
          })}
        </div>
      )}
    </div>
  )
}

/** The pictures after the first, which every show row includes; reloaded when the first or the number of them changes. */
function useOthers({ listingId, cover, images }: Props['row']): readonly ImageView[] {
  const [others, setOthers] = useState<readonly ImageView[]>([])
  const first = cover?.digest
  useEffect(() => {
    let isCurrent = true
    if (images > 1)
      void ask('listing-images', { listingId }).then((answer) => {
        if (isCurrent && answer.kind === 'done')
          setOthers(answer.value.images.filter(({ digest }) => digest !== first))
      })
    return () => {
      isCurrent = false
    }
  }, [listingId, first, images])
  return others
}
