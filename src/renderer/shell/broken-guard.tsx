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

/** A screen that fails to draw takes nothing else with it: it says so, and what is confirmed is with the house. */
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

/** Nothing is to be pressed: a page that is loaded again without its house is none at all. The cart is found again after it. */
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
