import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { type Imported, dropImported, imported } from '../stores/imported.ts'
import { goTo } from '../stores/screen.ts'
import { Button } from '../ui/button.tsx'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './desk-news.module.css'

/** [L4] An import that was left while under way: whoever has gone on to something else stays there and is told here. */
export function ImportNews() {
  return useStore(imported).all.map((one, index) => <One key={`${index} ${one.title}`} one={one} />)
}

function One({ one }: { readonly one: Imported }) {
  const say = useSay()
  const { title, showId, problem } = one
  const named = { title: isolated(title), problem }
  const close = () => dropImported(one)
  return (
    <div className={styles.one} data-kind={showId === null ? 'news.alert' : 'news.served'}>
      <p role="alert">{say(showId === null ? 'news.notImported' : 'news.imported', named)}</p>
      {showId !== null && (
        <Button
          onPress={() => {
            close()
            goTo({ name: 'sell', showId })
          }}
        >
          {say('alert.show')}
        </Button>
      )}
      <Button look="quiet" label={say('notice.close')} onPress={close}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
