import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export interface PageFile {
  readonly body: Buffer
  readonly type: string
}

/** By their paths. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** The built page, read once: exactly these paths exist, so that no request can name another file. */
export function readPageFiles(folder: string): PageFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      const type = types[extname(file)] ?? 'application/octet-stream'
      return [path === '/index.html' ? '/' : path, { body: readFileSync(file), type }]
    }),
  )
}
