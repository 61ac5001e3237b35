import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'

const all = [1, 2, 3, 4, 5] as const

/** Sets the rating, from one star to five. */
export function StarsQuestion({ count, onClose, onTry }: Question) {
  const say = useSay()
  return (
    <Dialog title={say('listings.stars.title', { count })} isOpen onClose={onClose}>
      <div className={styles['choices']}>
        {all.map((stars) => (
          <Button
            key={stars}
            onPress={() =>
              onTry(
                { of: 'listings', kind: 'set', set: { details: { stars } } },
                say('listing.stars', { count: stars }),
              )
            }
          >
            {say('listing.stars', { count: stars })}
          </Button>
        ))}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
