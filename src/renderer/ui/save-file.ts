/** Long enough for any browser to have begun reading it. */
const FORGOTTEN_AFTER_MS = 60_000

export interface SavedFile {
  readonly name: string
  readonly ending: string
  readonly type: string
  /** Or bytes in the given format. */
  readonly text: string | Uint8Array<ArrayBuffer>
}

/** Hands a file to the browser as a download; the desktop window asks where to save it. */
export function saveFile({ name, ending, type, text }: SavedFile): void {
  const address = URL.createObjectURL(
    new Blob([text], { type: typeof text === 'string' ? `${type};charset=utf-8` : type }),
  )
  const link = document.createElement('a')
  link.href = address
  // Without characters that some file systems forbid.
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim()
  link.download = `${plain === '' ? 'plan' : plain}.${ending}`
  // Attached to the page, so that a locked screen's window can refuse the click before the system's dialog opens.
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), FORGOTTEN_AFTER_MS)
}
