// Loads the names of the house's kiosks, and again whenever one is admitted, renamed or shut out. Owns when; must never show one.

import { ask, boxOffice } from '../box-office.ts'
import { desks } from './desks.ts'

boxOffice.subscribe({ kind: 'kiosks' }, () => {
  void ask('house', {}).then((answer) => {
    if (answer.kind !== 'done') return
    const named = answer.value.kiosks.map(({ kioskId, name }) => [kioskId, name] as const)
    desks.setState({ names: new Map(named) })
  })
})
