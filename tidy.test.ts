// The house rules that no compiler knows (ARCHITECTURE.md): sizes, names, opening lines, directions, and who alone may touch
// what. Owns the lists of exceptions, each with its reason; must never be made to pass by a longer list without one.

import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = import.meta.dirname

interface Source {
  /** From the root, with `/`. */
  readonly path: string
  readonly text: string
  /** Without comments: what the file does, not what it says. */
  readonly code: string
  readonly lines: readonly string[]
}

const folders = ['src', 'db', 'e2e', 'bench', 'proof', 'scripts']
/** Written by a tool. */
const generated = /^db\/migrations\//

function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function existing(folder: string): string[] {
  try {
    return walk(join(root, folder))
  } catch {
    return []
  }
}

function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  return { path: relative(root, file).split(sep).join('/'), text, code, lines: text.trimEnd().split('\n') }
}

const tops = readdirSync(root).filter((name) => name.endsWith('.ts'))
const all = [...folders.flatMap(existing), ...tops.map((name) => join(root, name))]
  .filter((file) => /\.(ts|tsx|css|html)$/.test(file))
  .map(read)
  .filter(({ path }) => !generated.test(path))
const scripts = all.filter(({ path }) => /\.tsx?$/.test(path))
const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path)
/** Tests, and what only tests use. */
const isOfTests = (source: Source) =>
  isTest(source) || /\.fixture\.tsx?$|(^|\/)(test|store)-(house|world|contract)\.ts$|^e2e\//.test(source.path)
const program = scripts.filter((source) => !isOfTests(source))

/** Paths of the sources that break a rule, with what they say where that helps: must be none. */
function offenders(
  sources: readonly Source[],
  rule: (source: Source) => boolean | string | null | undefined,
) {
  return sources.flatMap((source) => {
    const found = rule(source)
    return found ? [typeof found === 'string' ? `${source.path}: ${found}` : source.path] : []
  })
}

describe('sizes and names', () => {
  test('[house] a file has at most 300 lines, a test 500', () => {
    const limit = (source: Source) => (isTest(source) || source.path.startsWith('e2e/') ? 500 : 300)
    expect(
      offenders(scripts, (source) => source.lines.length > limit(source) && `${source.lines.length} lines`),
    ).toEqual([])
  })

  test('[house] what stands in for Electron stays under 400 lines in all, so that it never becomes a second product', () => {
    const standIn = scripts.filter((source) => source.path.startsWith('e2e/stand-in/') && !isTest(source))
    expect(standIn.length).toBeGreaterThan(0)
    expect(standIn.reduce((sum, { lines }) => sum + lines.length, 0)).toBeLessThan(400)
  })

  test('[house] a file over 60 lines opens by saying what it owns; one that is a component may have 100', () => {
    const limit = ({ path }: Source) => (path.endsWith('.tsx') ? 100 : 60)
    const isMute = (source: Source) => source.lines.length > limit(source) && !source.text.startsWith('// ')
    expect(offenders(program, isMute)).toEqual([])
  })

  test('[house] files are named in kebab-case', () => {
    const name =
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(long\.test|test|fixture|module|vite|d|spec))?(\.config)?\.(tsx?|css|html)$/
    expect(offenders(all, ({ path }) => !name.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('[house] no file is a helper, a util or a manager, and none holds common things', () => {
    const banned = /(^|[-./])(helpers?|utils?|misc|managers?|common|stuff|info|item|items)([-./]|$)/
    expect(offenders(all, ({ path }) => banned.test(path))).toEqual([])
  })

  test('[house] nothing declared is called a helper, a util, misc, a manager or just handle', () => {
    const declared = /\b(?:function|class|interface|type|enum)\s+(\w+)/g
    const banned = /helper|utils?(?![a-z])|misc(?![a-z])|^handle$|\wManager\b|^data$|^info$|^item$/i
    const names = ({ code }: Source) => [...code.matchAll(declared)].map((match) => match[1] ?? '')
    expect(offenders(program, (source) => names(source).find((name) => banned.test(name)))).toEqual([])
  })

  test('[house] nothing is left to do later: no TODO, no FIXME, no test that runs alone or is only promised', () => {
    const left = /\b(TODO|FIXME)\b|\b(test|describe|it)\.(only|todo)\(/
    expect(
      offenders(
        scripts.filter(({ path }) => path !== 'tidy.test.ts'),
        ({ text }) => left.exec(text)?.[0],
      ),
    ).toEqual([])
  })

  test('[house] no source names a folder of somebody’s machine', () => {
    const place = /(^|[\s'"`(=])\/(work|tmp|home|root|Users)\//
    expect(
      offenders(
        all.filter(({ path }) => path !== 'tidy.test.ts'),
        ({ text }) => place.exec(text)?.[0],
      ),
    ).toEqual([])
  })
})

/** What each place may import besides itself, nearest first; a file belongs to the first place whose path it begins with. */
const directions: readonly (readonly [place: string, allowed: readonly string[]])[] = [
  ['src/shared/lib/', []],
  ['src/shared/domain/', ['src/shared/lib/']],
  ['src/shared/contract/', ['src/shared/lib/', 'src/shared/domain/']],
  [
    'src/main/store/',
    [
      'src/shared/',
      'db/schema.ts',
      'db/schema-sales.ts',
      'db/schema-changes.ts',
      'db/schema-journal.ts',
      'db/migrations/',
    ],
  ],
  ['src/main/engine/', ['src/shared/', 'src/main/store/']],
  // They look at rows and rules alone: what they find must not depend on the engine that is looked at.
  ['src/main/checks/', ['src/shared/', 'src/main/store/']],
  ['src/main/carriers/', ['src/shared/', 'src/main/engine/ports.ts']],
  // The pages of the window and of the hub are the same files, read by the same list.
  [
    'src/main/desktop/',
    ['src/shared/', 'src/main/hub/page-files.ts', 'src/main/printing/', 'src/main/carriers/own-frame.ts'],
  ],
  ['src/main/printing/', ['src/shared/', 'src/main/engine/ports.ts', 'src/main/hub/find-chrome.ts']],
  // What leaves the house knows a letter, never a row.
  ['src/main/post/', ['src/shared/', 'src/main/engine/ports.ts']],
  // A house that only looks: made of the same rows, by the same hands.
  ['src/main/mirror/', ['src/shared/', 'src/main/engine/', 'src/main/store/']],
  // How a house and its kiosks find and know each other: a carrier with a key.
  [
    'src/main/lan/',
    [
      'src/shared/',
      'src/main/engine/ports.ts',
      'src/main/carriers/ws-server.ts',
      'src/main/house/',
      'src/main/mirror/',
      'src/main/store/kept-commands.ts',
      'src/main/store/open-database.ts',
    ],
  ],
  // It knows a house by its ports, and files by its folder.
  [
    'src/main/update/',
    ['src/shared/', 'src/main/engine/ports.ts', 'src/main/house/', 'src/main/store/open-database.ts'],
  ],
  [
    'src/main/house/',
    [
      'src/shared/',
      'src/main/lan/house-lan.ts',
      'src/main/lan/hub-finder.ts',
      'src/main/lan/mdns-finder.ts',
      // What a restored house is given, goes the way of any copy.
      'src/main/mirror/',
      'src/main/engine/',
      'src/main/checks/',
      'src/main/store/',
      'src/main/post/',
      'src/main/update/',
      'db/seed/',
    ],
  ],
  [
    'src/main/hub/',
    [
      'src/shared/',
      'src/main/house/',
      'src/main/lan/',
      'src/main/engine/ports.ts',
      'src/main/carriers/',
      'src/main/printing/',
      'src/main/update/',
      'src/main/store/open-database.ts',
      'package.json',
    ],
  ],
  [
    'src/main/index.ts',
    [
      'src/main/house/',
      'src/main/hub/',
      'src/main/carriers/',
      'src/main/printing/',
      'src/main/desktop/',
      'src/shared/',
      'package.json',
    ],
  ],
  ['src/preload/', ['src/shared/contract/']],
  ['src/renderer/', ['src/shared/']],
  // It compares two houses: a program beside the database, not a part of it.
  ['db/validate', ['db/', 'src/shared/', 'src/main/store/', 'src/main/house/']],
  ['db/', ['src/shared/']],
]

function importsOf({ path, code }: Source): string[] {
  const named = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return named.map((name) => (name.startsWith('.') ? join(dirname(path), name).split(sep).join('/') : name))
}

function strayImport(source: Source): string | undefined {
  const found = directions.find(([place]) => source.path.startsWith(place))
  if (!found) return undefined
  const [place, allowed] = found
  const inHouse = importsOf(source).filter((name) =>
    /^(src|db|e2e|bench|proof|scripts)\/|^package\.json$/.test(name),
  )
  return inHouse.find((name) => ![place, ...allowed].some((start) => name.startsWith(start)))
}

/** Only these may import a package, each for its reason. */
const keepers: readonly (readonly [name: RegExp, places: RegExp])[] = [
  // Everything else runs without Electron.
  [/^electron$/, /^src\/main\/(index\.ts|desktop\/|carriers\/ipc-server\.ts)|^src\/preload\/|^e2e\//],
  // One writing connection; the lock of the data folder is a database of its own.
  [
    /^better-sqlite3$/,
    /^src\/main\/store\/|^src\/main\/house\/data-folder\.ts$|^(scripts|bench|proof|e2e)\/|^db\/validate/,
  ],
  // What the house is compared with is no part of it.
  [/^pg$/, /^bench\//],
  [/^drizzle-orm/, /^db\/schema(-sales|-changes|-journal)?\.ts$|^src\/main\/store\//],
  [/^bonjour-service$/, /^src\/main\/lan\/mdns-finder\.ts$/],
  [/^selfsigned$/, /^src\/main\/lan\/identity\.ts$/],
  [/^ws$/, /^src\/main\/(carriers\/|lan\/hub-line\.ts$)|^(bench|proof|e2e|scripts)\//],
  [/^@point-of-sale\//, /^src\/main\/printing\//],
  // The page switches off that zod makes code out of text.
  [/^zod$/, /^src\/shared\/contract\/|^src\/renderer\/no-eval\.ts$|^proof\/fuzz\//],
  // The map is measured as it is mounted; letters are worded by the part of react-intl that draws nothing.
  [/^react/, /^src\/renderer\/|^bench\/page\/|^src\/main\/post\/letter-words\.ts$/],
  [/^nodemailer$/, /^src\/main\/post\/mail-post\.ts$/],
  // The rest of the house sees a plan, never the text it came in.
  [/^papaparse$/, /^src\/shared\/domain\/(plan-import\/|reports\/table-file)/],
  // Only what runs on Node may use Node.
  [/^node:/, /^src\/main\/|^db\/(validate|seed\/seed-checksum)|^(scripts|bench|proof|e2e)\/|^[\w.-]+$/],
]

describe('directions', () => {
  test('[house] lib ← domain ← contract ← main, preload, renderer; carriers → port; engine → store; db → shared', () => {
    expect(offenders(program, strayImport)).toEqual([])
  })

  test('[house] the renderer imports nothing of main, its tests neither', () => {
    const ofRenderer = scripts.filter(({ path }) => path.startsWith('src/renderer/'))
    expect(
      offenders(ofRenderer, (source) => importsOf(source).find((name) => /^(src\/main|db)\//.test(name))),
    ).toEqual([])
  })

  test('[house] a feature imports no other feature', () => {
    const featureOf = (path: string) => /^src\/renderer\/features\/([^/]+)\//.exec(path)?.[1]
    const other = (source: Source) => {
      const own = featureOf(source.path)
      return own && importsOf(source).find((name) => (featureOf(name) ?? own) !== own)
    }
    expect(offenders(program, other)).toEqual([])
  })

  test('[house] what the program does not need at run time, no program imports', () => {
    const tests = /^(vitest|fast-check|@fast-check|@playwright)/
    const stray = (source: Source) =>
      importsOf(source).find(
        (name) => tests.test(name) || /\.(test|fixture)\.|\/test-(house|world)\.ts|store-contract/.test(name),
      )
    expect(
      offenders(
        program.filter(({ path }) => !/\.config\.ts$|^(bench|proof|scripts)\//.test(path)),
        stray,
      ),
    ).toEqual([])
  })

  test.for(keepers)('[house] %s is imported only where it belongs', ([name, places]) => {
    const stray = (source: Source) =>
      !places.test(source.path) && importsOf(source).find((one) => name.test(one))
    expect(offenders(program, stray)).toEqual([])
  })

  test('[house] imports of our own files say their extension', () => {
    const bare = (name: string) =>
      /^(src|db|scripts|e2e|bench|proof)\//.test(name) &&
      !/\.(ts|tsx|css|json|svg|png|woff2)(\?[\w&]+)?$/.test(name)
    expect(offenders(scripts, (source) => importsOf(source).find(bare))).toEqual([])
  })

  test('[house] no barrels in the program: nothing is passed on, and only roots of processes are called index', () => {
    const roots = [
      'src/main/index.ts',
      'src/main/hub/index.ts',
      'src/preload/index.ts',
      'src/renderer/index.html',
    ]
    const isBarrel = ({ path, code }: Source) =>
      (/(^|\/)index\.\w+$/.test(path) && !roots.includes(path)) ||
      /\bexport\s+\*|\bexport\s+(type\s+)?\{[^}]*\}\s*from/.test(code)
    expect(offenders(program, isBarrel)).toEqual([])
  })

  test('[house] no default export but where a tool reads it, which is said', () => {
    const bare = /(?<!no-default-export -- [^\n]+\n)\bexport\s+default\b/
    expect(offenders(scripts, ({ text }) => bare.test(text))).toEqual([])
  })
})

describe('who alone may', () => {
  test('[house] ipcMain is spoken of in ipc-server only, and where its far end is played', () => {
    const speakers = ['src/main/carriers/ipc-server.ts', 'proof/fuzz-ipc.ts']
    expect(
      offenders(program, ({ path, code }) => !speakers.includes(path) && /\bipcMain\b/.test(code)),
    ).toEqual([])
  })

  test('[house] SQL is in the store only', () => {
    const sql =
      /\.(prepare|pragma)\s*(<[^>]*>)?\(|\.exec\(\s*['"`]|['"`](SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|BEGIN|PRAGMA) /
    const allowed =
      /^src\/main\/store\/|^src\/main\/house\/data-folder\.ts$|^(bench|proof|scripts|e2e)\/|^db\/validate/
    expect(offenders(program, ({ path, code }) => !allowed.test(path) && sql.exec(code)?.[0])).toEqual([])
  })

  test('[house] no rule reads a clock, draws chance or sets a timer, and no test of one does', () => {
    const world =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bset(Timeout|Interval|Immediate)\b|\bperformance\.now\b|\bprocess\.hrtime\b/
    const ruled = /^src\/shared\/|^src\/main\/(engine|store|checks)\/|^db\/(schema|seed)/
    expect(
      offenders(
        scripts.filter(({ path }) => ruled.test(path)),
        ({ code }) => world.exec(code)?.[0],
      ),
    ).toEqual([])
  })

  test('[house] shared code touches no process, no page and no Electron', () => {
    const world = /\b(process|window|document|navigator|require|__dirname|globalThis|Buffer)\b\s*[.([]/
    const shared = program.filter(({ path }) => path.startsWith('src/shared/'))
    expect(offenders(shared, ({ code }) => world.exec(code)?.[0])).toEqual([])
  })

  test('[house] [V18] nothing is opened outside the app, no text is run as script or written as a page, in no program of ours', () => {
    const door =
      /\bopenExternal\b|\bexecuteJavaScript\b|\bdangerouslySetInnerHTML\b|\binnerHTML\b|\bouterHTML\s*=(?!=)|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcDoc\b|\b(eval|new Function)\(/
    // It takes that way of writing from the component library, so that nothing is written so.
    const undoes = 'src/renderer/ui/announcer.ts'
    const built = program.filter(({ path }) => path.startsWith('src/') && path !== undoes)
    expect(offenders(built, ({ code }) => door.exec(code)?.[0])).toEqual([])
  })

  test('[house] no test mocks a module, sleeps or watches a real clock', () => {
    const smell =
      /\bvi\.(mock|doMock|useFakeTimers|spyOn|stubGlobal|waitFor)\b|\bsetTimeout\s*\(|from 'node:timers/
    const tests = scripts.filter((source) => isTest(source) && source.path !== 'tidy.test.ts')
    expect(offenders(tests, ({ code }) => smell.exec(code)?.[0])).toEqual([])
  })

  test('[house] a lint rule is switched off with a reason, beside it or in the line above, and types never are', () => {
    const unsaid = ({ lines }: Source) => {
      const said = new Set<string>()
      return lines.find((line, index) => {
        const [, rule] = /(?:oxlint|eslint)-disable\S*(?: ([\w/-]+))?/.exec(line) ?? []
        const isSaid = / -- \w/.test(line) || /^\s*(\/\/|\{\/\*) \w/.test(lines[index - 1] ?? '')
        if (rule && isSaid) said.add(rule)
        const isDisabled = /(oxlint|eslint)-disable/.test(line)
        return (isDisabled && !said.has(rule ?? '')) || /@ts-(ignore|nocheck|expect-error)/.test(line)
      })
    }
    const others = scripts.filter(({ path }) => path !== 'tidy.test.ts')
    expect(offenders(others, unsaid)).toEqual([])
  })
})

/** MISSION.md's ids, by letter and highest number; RELIABILITY.md's I and V, I45 to I47 of the drawers and I48 of seats off sale; this file's own. */
const highest: Readonly<Record<string, number>> = {
  H: 16,
  C: 6,
  P: 11,
  T: 4,
  K: 3,
  L: 6,
  S: 5,
  A: 7,
  D: 2,
  E: 4,
  I: 48,
  V: 19,
}

function isKnownId(id: string): boolean {
  const [, letter = '', number = ''] = /^([A-Z])(\d+)$/.exec(id) ?? []
  if (letter) return Number(number) >= 1 && Number(number) <= (highest[letter] ?? 0)
  return /^(house|V4[abc]|bug [1-4]|SYNC [1-5]\.\d{1,2})$/.test(id)
}

/** Titles as they are written: the first string of `test('…')`, of `test.for(…)('…')` and of the wrappers around them. */
function titlesOf({ code }: Source): string[] {
  const plain = [...code.matchAll(/\btest(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1\s*,/g)].map(
    (match) => match[2] ?? '',
  )
  const tabled = [...code.matchAll(/\]\)?\)\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1\s*,/g)].map(
    (match) => match[2] ?? '',
  )
  return [...plain, ...tabled]
}

describe('titles', () => {
  const tests = scripts.filter((source) => isTest(source) || source.path.endsWith('store-contract.ts'))

  test('[house] a title that cites a rule cites one that there is', () => {
    const unknown = (source: Source) => {
      const cited = titlesOf(source).flatMap((title) =>
        [...title.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? ''),
      )
      return cited.find((id) => /^[A-Z]+[ \d]|^bug|^house$/.test(id) && !isKnownId(id))
    }
    expect(offenders(tests, unknown)).toEqual([])
  })

  test('[house] every title in shared, main and db is a claim that begins with the rule it proves', () => {
    const own = tests.filter(({ path }) => /^(src\/shared|src\/main|db)\//.test(path))
    const bare = (source: Source) => titlesOf(source).find((title) => !/^\[[^\]]+\]/.test(title))
    expect(offenders(own, bare)).toEqual([])
    expect(own.flatMap(titlesOf).length).toBeGreaterThan(250)
  })
})
