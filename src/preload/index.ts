// Runs in the sandbox before the page: hands it one pipe to the box office and nothing else. No logic.

import { contextBridge, ipcRenderer } from 'electron'
import { IPC_CHANNEL, IPC_HELLO } from '../shared/contract/ipc-channel.ts'
import type { BoxOfficePipe } from '../shared/contract/preload-pipe.ts'

const pipe: BoxOfficePipe = {
  open: (listener) => {
    ipcRenderer.on(IPC_CHANNEL, (_event, frame: unknown) => listener(frame))
    ipcRenderer.send(IPC_HELLO)
  },
  send: (frame) => ipcRenderer.send(IPC_CHANNEL, frame),
}

contextBridge.exposeInMainWorld('boxOffice', Object.freeze(pipe))
