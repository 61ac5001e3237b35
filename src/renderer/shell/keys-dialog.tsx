import type { MessageId } from '../messages/catalogue.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogButtons } from '../ui/dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './keys-dialog.module.css'

const keys: readonly (readonly [keys: string, does: MessageId])[] = [
  ['F2', 'keys.search'],
  ['F9 · Ctrl+Enter', 'keys.next'],
  ['F4', 'keys.park'],
  ['F5', 'keys.recall'],
  ['Esc', 'keys.clear'],
  ['↑ ↓ ← →', 'keys.move'],
  ['Space', 'keys.choose'],
  ['D 1 0', 'keys.jump'],
  ['P', 'keys.print'],
  ['N', 'keys.nextSale'],
  ['?', 'keys.help'],
]

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say('keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <DialogButtons>
        <Button look="next" onPress={onClose} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
