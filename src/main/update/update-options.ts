import { resolve } from 'node:path'
import { isFeed } from './update-place.ts'

export interface UpdateOptions {
  /** Null: the one in the data folder. */
  readonly folder: string | null
  readonly feed: string | null
  /** A file with the key that signs them, for a build that has none; null: the build's own. */
  readonly keyFile: string | null
}

export const noUpdates: UpdateOptions = { folder: null, feed: null, keyFile: null }

/** At most one folder and one address. */
export function readUpdates(words: readonly string[] = [], keyFile?: string): UpdateOptions {
  const feeds = words.filter((word) => /^\w+:\/\//.test(word))
  const folders = words.filter((word) => !feeds.includes(word))
  const bad = feeds.find((word) => !isFeed(word)) ?? feeds[1] ?? folders[1]
  if (bad !== undefined)
    throw new Error(`--updates takes a folder and an https address, one of each, not “${bad}”.`)
  const [folder] = folders
  return {
    folder: folder === undefined ? null : resolve(folder),
    feed: feeds[0] ?? null,
    keyFile: keyFile === undefined ? null : resolve(keyFile),
  }
}
