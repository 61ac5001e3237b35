// The box office as a page reaches it, one level below the screens: frames out, frames in, over ws or over IPC. For rules that must hold
// whatever the screens look like. Owns only the waiting; must never stand in for a journey through the screens.

import type { JSHandle, Page } from '@playwright/test'
import type { BoxOfficePipe } from '../src/shared/contract/preload-pipe.ts'
import type { FromHub, ToHub } from '../src/shared/contract/wire.ts'

export interface Wire {
  send(frame: ToHub): Promise<void>
  /** The ids of all answers so far. */
  answered(): Promise<readonly number[]>
  /** The first frame of this kind, and with this id where one is given; stays in the page, so that columns stay columns. */
  next<Kind extends FromHub['t']>(kind: Kind, id?: number): Promise<JSHandle<Extract<FromHub, { t: Kind }>>>
}

/** The page's own screens use small numbers on the same pipe; these do not collide with them. */
const OWN_IDS = 1_000_000

interface Ends {
  readonly frames: FromHub[]
  readonly send: (frame: ToHub) => void
}

/** Through `window.boxOffice`, which the preload provides. */
export async function openIpcWire(page: Page): Promise<Wire> {
  const ends = await page.evaluateHandle((): Ends => {
    const frames: FromHub[] = []
    const { boxOffice } = window as unknown as { boxOffice: BoxOfficePipe }
    boxOffice.open((frame) => frames.push(frame as FromHub))
    return { frames, send: (frame) => boxOffice.send(frame) }
  })
  return wireOf(page, ends)
}

/** Through a socket of the page's own; frames with columns are skipped. */
export async function openWsWire(page: Page): Promise<Wire> {
  const ends = await page.evaluateHandle(async (): Promise<Ends> => {
    const frames: FromHub[] = []
    const socket = new WebSocket('/ws')
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') frames.push(JSON.parse(data) as FromHub)
    })
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error('the socket was refused')))
    })
    return { frames, send: (frame) => socket.send(JSON.stringify(frame)) }
  })
  return wireOf(page, ends)
}

function wireOf(page: Page, ends: JSHandle<Ends>): Wire {
  return {
    send: (frame) => ends.evaluate(({ send }, sent) => send(sent), { ...frame, id: frame.id + OWN_IDS }),
    answered: async () => {
      const ids = await ends.evaluate(({ frames }) => frames.map((one) => (one.t === 'answer' ? one.id : 0)))
      return ids.filter((id) => id >= OWN_IDS).map((id) => id - OWN_IDS)
    },
    next: async <Kind extends FromHub['t']>(kind: Kind, id?: number) => {
      const found = await page.waitForFunction(
        ({ ends, kind, id }) =>
          ends.frames.find((one) => one.t === kind && (id === undefined || ('id' in one && one.id === id))),
        { ends, kind, id: id === undefined ? undefined : id + OWN_IDS },
      )
      return found as unknown as JSHandle<Extract<FromHub, { t: Kind }>>
    },
  }
}
