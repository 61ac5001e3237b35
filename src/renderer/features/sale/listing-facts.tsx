import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { ListingPictures } from '../../ui/listing-pictures.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './listing-facts.module.css'

/** Facts that the listing gives about itself: where, how good, what is included. Missing ones are left out. */
export function ListingFacts({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { details } = row
  const { city, stars, nights } = details
  const included = listOf(details['includes']).concat(listOf(details['amenities']))
  return (
    <div className={styles.facts}>
      <ListingPictures row={row} look="row" />
      {typeof city === 'string' && <bdi className={styles.city}>{city}</bdi>}
      {typeof stars === 'number' && (
        <span role="img" aria-label={say('listing.stars', { count: stars })} className={styles.stars}>
          {'★'.repeat(stars)}
        </span>
      )}
      {typeof nights === 'number' && <span>{say('listing.nights', { count: nights })}</span>}
      {included.length > 0 && (
        <ul className={styles.included} aria-label={say('listing.includes')}>
          {included.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function listOf(value: string | number | readonly string[] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}
