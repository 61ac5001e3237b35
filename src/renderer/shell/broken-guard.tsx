import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useSay } from '../ui/words.tsx'

/** A screen that fails to draw takes nothing else with it: it says so, and what is confirmed is with the house. */
export class BrokenGuard extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
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
