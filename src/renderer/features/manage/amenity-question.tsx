import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'

/** The most common ones; any other may be typed. */
const likely = ['WiFi', 'Breakfast', 'Meals', 'Water', 'Parking', 'Air conditioning']

/** Adds an amenity, or removes it. */
export function AmenityQuestion({ count, onClose, onTry }: Question) {
  const say = useSay()
  const [text, setText] = useState('')
  const amenity = text.trim()
  const start = (isThere: boolean) =>
    onTry(
      { of: 'listings', kind: 'amenity', amenity, isThere },
      say(isThere ? 'listings.amenity.with' : 'listings.amenity.without', { amenity: isolated(amenity) }),
    )
  return (
    <Dialog title={say('listings.amenity.title', { count })} isOpen onClose={onClose}>
      <div className={styles['form']}>
        <Field label={say('listings.amenity.name')}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              list="likely-amenities"
              maxLength={60}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <datalist id="likely-amenities">
          {likely.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button isDisabled={amenity === ''} onPress={() => start(false)}>
            {say('listings.amenity.remove')}
          </Button>
          <Button look="next" isDisabled={amenity === ''} onPress={() => start(true)}>
            {say('listings.amenity.add')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
