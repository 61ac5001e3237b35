// Screens over Electron's IPC: the only importer of ipcMain. Owns who may speak (the main frame of our own page) and nothing of what is
// said (session.ts does).

import { type IpcMainEvent, type WebContents, ipcMain } from 'electron'
import type { BoxOffice } from '../../shared/contract/port.ts'
import { IPC_CHANNEL, IPC_HELLO } from '../../shared/contract/ipc-channel.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Log } from '../engine/ports.ts'
import { isOwnFrame } from './own-frame.ts'
import { Session } from './session.ts'

/** What the disk did not give is asked for again after this: soon for a seller who waits for it, long for a disk. */
const AGAIN_MS = 2 * SECOND_MS

export interface IpcServerParts {
  readonly desk: BoxOffice
  /** The origin of the page that the window loads: `app://guichet`. */
  readonly origin: string
  readonly nowMs: () => number
  readonly elapsedMs: () => number
  readonly log: Log
}

export function serveIpc({ desk, origin, nowMs, elapsedMs, log }: IpcServerParts): void {
  const sessions = new Map<WebContents, Session>()

  const isOurs = ({ senderFrame, sender }: IpcMainEvent): boolean => {
    const ours = isOwnFrame(senderFrame, sender.mainFrame, origin)
    if (!ours) log.error({ url: senderFrame?.url }, 'a foreign frame spoke to the box office')
    return ours
  }

  const forget = (sender: WebContents) => {
    sessions.get(sender)?.close()
    sessions.delete(sender)
  }

  // A page that loads, or reloads, says hello and gets a session of its own.
  ipcMain.on(IPC_HELLO, (event) => {
    if (!isOurs(event)) return
    const { sender } = event
    sessions.get(sender)?.close()
    if (!sessions.has(sender)) sender.once('destroyed', () => forget(sender))
    let again: NodeJS.Timeout | null = null
    const session = new Session({
      boxOffice: desk,
      send: (frame) => {
        if (!sender.isDestroyed()) sender.send(IPC_CHANNEL, frame)
      },
      nowMs,
      elapsedMs,
      // A window has no connection that could be closed: its page reloads, and finds its cart where the house keeps it.
      onForeignFrame: () => {
        log.error({}, 'the screen sent a frame that is not of this protocol')
        forget(sender)
        sender.reload()
      },
      onFault: (error) => {
        log.error({ error: String(error) }, 'the screen could not be served')
        again ??= setTimeout(() => {
          again = null
          session.catchUp()
        }, AGAIN_MS)
      },
    })
    sessions.set(sender, session)
  })

  ipcMain.on(IPC_CHANNEL, (event, frame: unknown) => {
    if (isOurs(event)) sessions.get(event.sender)?.receive(frame)
  })
}
