// The commands about kiosks, each sent so that it succeeds. A part of office-commands.ts.

import type { BoxOffice } from '../src/shared/contract/port.ts'

interface Setting {
  readonly desk: BoxOffice
  readonly round: number
}

/** A key of its own each round: the beginning of the key is the kiosk's id. */
const kioskOf = (round: number) => ({
  pin: round.toString(16).padEnd(64, '0'),
  name: `Kiosk ${round}`,
})

export const kioskCommands = {
  'admit-kiosk': ({ round }: Setting) => Promise.resolve(kioskOf(round)),
  'save-kiosk': async ({ desk, round }: Setting) => {
    const answer = await desk.call('admit-kiosk', kioskOf(round))
    if (answer.kind !== 'done') throw new Error(`not let in: ${JSON.stringify(answer)}`)
    return { ...answer.value, name: `Kiosk ${round}`, active: false }
  },
}
