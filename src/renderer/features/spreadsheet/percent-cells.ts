// Percentages in workbooks: a cell that shows 50% contains 0.5, and only its style says so. Owns that style; must never touch any
// other cell, nor take more than linear time.

/** The built-in formats of percentages, without and with decimals. */
const builtIn: readonly string[] = ['9', '10']

const cells =
  /<c\b(?<before>[^<>]{0,300}?)\ss="(?<style>\d{1,5})"(?<after>[^<>]{0,300})>(?<formula>(?:<f[^<>]{0,300}(?:\/>|>[^<]{0,9000}<\/f>))?)<v>(?<value>[^<]{1,40})<\/v>/g

type Cell = Readonly<Record<'before' | 'style' | 'after' | 'formula' | 'value', string>>

/** The parts of a workbook, in which such cells say what they show: the text "50%". */
export function withPercents(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const styles = Object.entries(parts).find(([name]) => name.endsWith('styles.xml'))?.[1]
  const percents = styles ? percentStyles(new TextDecoder().decode(styles)) : new Set<string>()
  if (percents.size === 0) return { ...parts }
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      name.includes('/worksheets/') ? shown(part, percents) : part,
    ]),
  )
}

/** The numbers of the styles, by their places in the list. */
function percentStyles(styles: string): ReadonlySet<string> {
  const own = [...styles.matchAll(/<numFmt\b[^<>]*>/g)]
    .filter(([format]) => /formatCode="[^"]*%/.test(format))
    .flatMap(([format]) => /numFmtId="(\d+)"/.exec(format)?.[1] ?? [])
  const formats = new Set([...builtIn, ...own])
  const [list = ''] = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles) ?? []
  const ids = [...list.matchAll(/<xf\b[^<>]*>/g)].map(([style]) => /numFmtId="(\d+)"/.exec(style)?.[1])
  return new Set(ids.flatMap((id, place) => (id !== undefined && formats.has(id) ? String(place) : [])))
}

function shown(sheet: Uint8Array, percents: ReadonlySet<string>): Uint8Array {
  const text = new TextDecoder().decode(sheet)
  const told = text.replaceAll(cells, (...match) => {
    const { before, style, after, formula, value } = match.at(-1) as Cell
    const share = Number(value)
    if (!percents.has(style) || /\st="/.test(before + after) || !Number.isFinite(share)) return match[0]
    const percent = Number((share * 100).toPrecision(DIGITS))
    return `<c${before}${after} t="str">${formula}<v>${percent}%</v>`
  })
  return new TextEncoder().encode(told)
}

/** How many digits spreadsheets show of a number: those beyond come from its form in memory. */
const DIGITS = 15

/** A number of a workbook as people see it there: 1265, not 1265.0000000000002, which a formula left. */
export function plainNumber(text: string): string {
  if (!/[.e]/i.test(text) || text.replace(/e.*$/i, '').replaceAll(/\D/g, '').length <= DIGITS) return text
  return String(Number(Number(text).toPrecision(DIGITS)))
}
