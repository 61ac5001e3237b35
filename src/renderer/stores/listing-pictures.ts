import type { ListingId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'

/** Loaded once per window: the content of a digest never changes. */
const addresses = new Map<string, Promise<string | null>>()

/** The URL of a listing's picture in this window; null if the house has none such. */
export function listingPicture(listingId: ListingId, digest: string): Promise<string | null> {
  const ready = addresses.get(digest)
  if (ready) return ready
  const asked = read(listingId, digest).then((address) => {
    // A missing picture may arrive later, or become this listing's, so it is asked for again.
    if (address === null) addresses.delete(digest)
    return address
  })
  addresses.set(digest, asked)
  return asked
}

async function read(listingId: ListingId, digest: string): Promise<string | null> {
  const answer = await ask('listing-picture', { listingId, digest })
  if (answer.kind !== 'done') return null
  const bytes = Uint8Array.from(atob(answer.value.text), (letter) => letter.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: answer.value.type }))
}
