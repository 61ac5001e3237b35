import { useEffect, useState } from 'react'
import type { ImageView } from '../../shared/contract/image-shapes.ts'
import type { ListingId } from '../../shared/domain/ids.ts'
import { useStore } from 'zustand'
import { listingPicture } from '../stores/listing-pictures.ts'
import { preferences } from '../stores/preferences.ts'

interface Props {
  readonly listingId: ListingId
  readonly image: ImageView
  readonly className?: string | undefined
}

/** A picture of a listing; its room is reserved before it is loaded. */
export function ListingPicture({ listingId, image, className }: Props) {
  const { language } = useStore(preferences)
  const [address, setAddress] = useState<string>()
  const { digest, width, height, alt } = image
  useEffect(() => {
    let isCurrent = true
    void listingPicture(listingId, digest).then((found) => {
      if (isCurrent) setAddress(found ?? undefined)
    })
    return () => {
      isCurrent = false
    }
  }, [listingId, digest])
  return <img src={address} width={width} height={height} alt={altOf(alt, language)} className={className} />
}

/** In the reader's language, else in any available. */
export function altOf(alt: ImageView['alt'], language: keyof ImageView['alt']): string {
  return alt[language] ?? alt.en ?? alt.fa ?? alt.hi ?? ''
}
