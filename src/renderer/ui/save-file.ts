/** Long enough for any browser to have begun reading it. */
const FORGOTTEN_AFTER_MS = 60_000

export interface SavedFile {
  readonly name: string
  readonly ending: string
  readonly type: string
  /** Or bytes of its kind. */
  readonly text: string | Uint8Array<ArrayBuffer>
}

/** Hands a text to the browser as a download; in the desktop window that asks where to. */
export function saveFile({ name, ending, type, text }: SavedFile): void {
  const address = URL.createObjectURL(
    new Blob([text], { type: typeof text === 'string' ? `${type};charset=utf-8` : type }),
  )
  const link = document.createElement('a')
  link.href = address
  // Without what some file systems do not take.
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()
  link.download = `${plain === '' ? 'plan' : plain}.${ending}`
  // On the page, so that a locked screen's window hears of it before the system does.
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), FORGOTTEN_AFTER_MS)
}
