// Types keys that were held back after all: into a field as text, on a select as the letter of a choice, elsewhere as the original
// key. Owns the typing; must never type a key twice.

/** Longest pause between two letters of one choice, as in the browser's own selects. */
const SAME_WORD_MS = 1000

const selecting = { text: '', atMs: Number.NEGATIVE_INFINITY }

export function replay(held: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = held
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    location,
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  })
  if (!target.dispatchEvent(again) || ctrlKey || altKey || metaKey) return
  // The browser submits a form only for a person's Enter: this one was a person's.
  if (key === 'Enter' && target instanceof HTMLInputElement) return target.form?.requestSubmit()
  if (key.length !== 1) return
  if (isText(target)) edit(target, 'insertText', key)
  else if (target instanceof HTMLSelectElement) choose(target, key, held.timeStamp)
}

/** It was a scanner's: its letter is removed from the field again. */
export function takeBack({ key }: KeyboardEvent): void {
  const target = document.activeElement
  if (key.length === 1 && target && isText(target)) edit(target, 'deleteContentBackward')
}

/** True if the letter continues a choice begun by a replayed one, of which the browser's own search knows nothing. */
export function goesOnChoosing(event: KeyboardEvent): boolean {
  const { key, timeStamp, target, ctrlKey, altKey, metaKey } = event
  if (!(target instanceof HTMLSelectElement) || key.length !== 1 || ctrlKey || altKey || metaKey) return false
  if (selecting.text === '' || timeStamp - selecting.atMs > SAME_WORD_MS) return false
  choose(target, key, timeStamp)
  return true
}

/**
 * As if it were typed: the field's limits apply, its listeners get it, and it can be undone. No other call does all that; but it
 * fires no `beforeinput`, and a list that follows its field marks no line.
 */
function edit(field: Element, inputType: 'insertText' | 'deleteContentBackward', data: string | null = null) {
  const said = { inputType, data, bubbles: true, cancelable: true, composed: true }
  if (!field.dispatchEvent(new InputEvent('beforeinput', said))) return
  document.execCommand(data === null ? 'delete' : 'insertText', false, data ?? '')
}

/** A part of a date takes digits only, and its content is rendered by its own listener: an inserted letter would stay there. */
function isText(target: Element): boolean {
  return target.matches('input, textarea')
}

function choose(select: HTMLSelectElement, key: string, atMs: number): void {
  const isNew = atMs - selecting.atMs > SAME_WORD_MS
  selecting.text = (isNew ? '' : selecting.text) + key.toLocaleLowerCase()
  selecting.atMs = atMs
  const options = [...select.options]
  const from = select.selectedIndex + (isNew ? 1 : 0)
  const order = [...options.slice(from), ...options.slice(0, from)]
  const found = order.find(
    (option) => !option.disabled && option.label.trim().toLocaleLowerCase().startsWith(selecting.text),
  )
  if (!found || found.selected) return
  select.value = found.value
  for (const kind of ['input', 'change']) select.dispatchEvent(new Event(kind, { bubbles: true }))
}
