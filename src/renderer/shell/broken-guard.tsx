import { Component, type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { connection } from '../stores/connection.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useSay } from '../ui/words.tsx'
import { NotLoaded } from './late-screen.ts'

interface State {
  readonly trouble: 'none' | 'broken' | 'away'
}

/**
 * If a screen fails to render, the rest of the app stays: a message takes the screen's place, and whatever is confirmed is safe
 * with the house.
 */
export class BrokenGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { trouble: 'none' }

  static getDerivedStateFromError(error: unknown): State {
    return { trouble: error instanceof NotLoaded && error.wasAway ? 'away' : 'broken' }
  }

  override render() {
    const { trouble } = this.state
    if (trouble === 'away') return <Away />
    return trouble === 'broken' ? <Broken /> : this.props.children
  }
}

/** No reload button: a page reloaded while its house is away would not load at all. The cart is restored afterwards. */
function Away() {
  const say = useSay()
  const isThere = useStore(connection).connection === 'open'
  useEffect(() => {
    if (isThere) location.reload()
  }, [isThere])
  return <Empty isWhole title={say('app.away.title')} text={say('app.away.text')} />
}

function Broken() {
  const say = useSay()
  return (
    <Empty isWhole title={say('app.broken.title')} text={say('app.broken.text')}>
      <Button look="next" onPress={() => location.reload()}>
        {say('app.reload')}
      </Button>
    </Empty>
  )
}
