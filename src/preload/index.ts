// Runs in the sandbox before the page: gives it one pipe to the box office, one to the window around it, and nothing else. No logic.

import { contextBridge, ipcRenderer } from 'electron'
import { DESK_GO, DESK_WORD, IPC_CHANNEL, IPC_HELLO } from '../shared/contract/ipc-channel.ts'
import type { BoxOfficePipe, WindowPipe } from '../shared/contract/preload-pipe.ts'

const pipe: BoxOfficePipe = {
  open: (listener) => {
    ipcRenderer.on(IPC_CHANNEL, (_event, frame: unknown) => listener(frame))
    ipcRenderer.send(IPC_HELLO)
  },
  send: (frame) => ipcRenderer.send(IPC_CHANNEL, frame),
}

const windowPipe: WindowPipe = {
  onPlace: (listener) => {
    ipcRenderer.on(DESK_GO, (_event, place: unknown) => listener(place))
  },
  say: (word) => ipcRenderer.send(DESK_WORD, word),
}

contextBridge.exposeInMainWorld('boxOffice', Object.freeze(pipe))
contextBridge.exposeInMainWorld('guichetWindow', Object.freeze(windowPipe))
