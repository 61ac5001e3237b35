import { hash } from 'node:crypto'

/** Of an answer's content, whatever the order of its fields: a kept answer is assembled again when it is read. */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value, sorted), 'base64url').slice(0, 22)
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
