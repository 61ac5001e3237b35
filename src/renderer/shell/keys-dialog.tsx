// The list of keys, by where they work. Owns their descriptions; each key is handled by the screen that offers it, never here.

import type { MessageId } from '../messages/catalogue.ts'
import { useStore } from 'zustand'
import { kioskScreen } from '../stores/kiosk-screen.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogButtons } from '../ui/dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './keys-dialog.module.css'

interface KeyGroup {
  readonly title: MessageId
  readonly keys: readonly (readonly [keys: string, does: MessageId])[]
}

const groups: readonly KeyGroup[] = [
  {
    title: 'keys.anywhere',
    keys: [
      ['F2', 'keys.search'],
      ['Ctrl+K', 'palette.title'],
      ['Esc', 'keys.back'],
      ['?', 'keys.help'],
    ],
  },
  {
    title: 'keys.lists',
    keys: [
      ['↑ ↓', 'keys.line'],
      ['Enter', 'keys.open'],
    ],
  },
  {
    title: 'keys.map',
    keys: [
      ['↑ ↓ ← →', 'keys.move'],
      ['Home · End', 'keys.rowEnds'],
      ['PgUp · PgDn', 'keys.sections'],
      ['Space', 'keys.choose'],
      ['Shift+→', 'keys.range'],
      ['D 1 0', 'keys.jump'],
      ['F1', 'keys.ask'],
      ['+ − 0', 'keys.zoom'],
    ],
  },
  {
    title: 'keys.sale',
    keys: [
      ['F9 · Ctrl+Enter', 'keys.next'],
      ['F3', 'customer.choose'],
      ['Ctrl+M', 'keys.types'],
      ['F4', 'keys.park'],
      ['F5', 'keys.recall'],
      ['F6', 'keys.offered'],
      ['F7', 'keys.repeat'],
      ['F8', 'cart.coupon.add'],
      ['Ctrl+B', 'best.title'],
      ['F10', 'keys.exact'],
      ['Esc', 'keys.clear'],
    ],
  },
  {
    title: 'keys.money',
    keys: [
      ['Enter', 'keys.take'],
      ['C D U N W B', 'keys.ways'],
      ['L', 'pay.later'],
      ['Delete', 'pay.giveUp'],
    ],
  },
  {
    title: 'keys.papers',
    keys: [
      ['P', 'keys.print'],
      ['R', 'receipt.print'],
      ['Ctrl+P', 'print.again'],
      ['N', 'keys.nextSale'],
      ['Delete', 'story.cancel'],
      ['M', 'move.open'],
      ['X', 'exchange.open'],
      ['K', 'customer.edit'],
    ],
  },
]

/** [A7] On a locked screen. */
const kioskKeys: KeyGroup = { title: 'kiosk.title', keys: [['Ctrl+L', 'kiosk.leave']] }

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useSay()
  const { isKiosk } = useStore(kioskScreen)
  return (
    <Dialog title={say('keys.title')} isOpen={isOpen} onClose={onClose} isWide="most">
      <div className={styles.groups}>
        {(isKiosk ? [...groups, kioskKeys] : groups).map(({ title, keys }) => (
          <section key={title} aria-label={say(title)}>
            <h3>{say(title)}</h3>
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
          </section>
        ))}
      </div>
      <DialogButtons>
        <Button look="next" onPress={onClose} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
