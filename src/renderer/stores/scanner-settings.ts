import { createStore } from 'zustand/vanilla'
import { machineShelf } from './shelf.ts'

/** Milliseconds between two keys of a scanner: 1 to 20 by cable, up to 60 by radio; people's fingers take 60 and more. */
export const intervals = [20, 35, 50, 80, 120] as const
const USUAL_MS = 50

/** Keys that scanners can be configured to send before each code, by key position: two control characters, two unused function keys, ~. */
export const prefixes = ['Ctrl+KeyB', 'Ctrl+KeyG', 'F13', 'F24', 'Shift+Backquote'] as const

export interface ScannerSettings {
  readonly intervalMs: (typeof intervals)[number]
  readonly prefix: (typeof prefixes)[number] | null
}

const KEPT_AS = 'guichet.scanner'

function kept(): ScannerSettings {
  try {
    const { intervalMs, prefix } = JSON.parse(machineShelf.getItem(KEPT_AS) ?? '{}') as Record<
      string,
      unknown
    >
    return {
      intervalMs: intervals.find((one) => one === intervalMs) ?? USUAL_MS,
      prefix: prefixes.find((one) => one === prefix) ?? null,
    }
  } catch {
    return { intervalMs: USUAL_MS, prefix: null }
  }
}

/** How this machine's scanner types; stored on this machine. */
export const scannerSettings = createStore<ScannerSettings>(kept)

scannerSettings.subscribe((now) => machineShelf.setItem(KEPT_AS, JSON.stringify(now)))

/** Opened from the palette and from the gate. */
export const scannerDialog = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))
