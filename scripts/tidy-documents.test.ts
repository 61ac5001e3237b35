// Checks that the files which the documents mention exist. Owns which documents those are; must never judge what else they say.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

function filesOf(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

const folders = ['src', 'db', 'e2e', 'bench', 'proof', 'scripts', 'docs', 'build']
const paths = [...folders.flatMap(filesOf), ...readdirSync(root)].map((path) => `/${path}/`)

/** Without code blocks. */
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'src/shared/domain/RULES.md',
  ...filesOf('docs').filter((path) => path.endsWith('.md')),
].map((path) => ({ path, text: read(path).replace(/^```[\s\S]*?^```/gm, '') }))

/** What `expression` finds in all documents that does not exist. */
function fallen(expression: RegExp, stands: (found: string, path: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(expression)]
      .map((match) => match[1] ?? '')
      .filter((found) => !stands(found, path))
      .map((found) => `${path}: ${found}`),
  )
}

/** As web pages turn a heading into an address. */
function slugOf(heading: string): string {
  const letters = heading.toLowerCase().replace(/[^\w\s-]/g, '')
  return letters.replace(/\s/g, '-')
}

function isLinked(link: string, path: string): boolean {
  const [file, place] = link.split('#')
  const target = file ? join(dirname(path), file) : path
  if (!existsSync(join(root, target))) return false
  const headings = place ? read(target).matchAll(/^#+ (.+)$/gm) : []
  return !place || [...headings].some((match) => slugOf(match[1] ?? '') === place)
}

describe('documents', () => {
  test('[house] a document names no file and no folder that is not there', () => {
    // A folder ends with a slash, a source file with its extension; either path may begin at any of its folders.
    const named = /`((?=[\w./-]+\.(?:tsx?|css|html|sql|md)`|[a-z][\w./-]*\/`)[\w./-]+?)\/?`/g
    expect(fallen(named, (name) => paths.some((path) => path.includes(`/${name}/`)))).toEqual([])
  })

  test('[house] a link of a document leads to a file that is there, and to a heading of it', () => {
    expect(fallen(/\]\((?!\w+:)([^)\s]+)\)/g, isLinked)).toEqual([])
  })
})
