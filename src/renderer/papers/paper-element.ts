// A paper's blocks as elements: the same for the screen, a sheet, a file and the picture sent to a receipt printer. Owns that
// conversion; must never say a word of its own.

import { create } from 'qrcode'
import type { Paper, PaperBlock, PaperSheet } from '../../shared/domain/paper.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** Four modules of white around the code: scanners need it (ISO/IEC 18004). */
const QUIET = 4

export interface Drawn {
  readonly sheet: PaperSheet
  /** Without the margins that a printer's head cannot reach. */
  readonly isBare?: boolean
}

export function paperElement(paper: Paper, { sheet, isBare = false }: Drawn): HTMLElement {
  const article = element('article', 'paper')
  const { name, language, direction, blocks } = paper
  article.setAttribute('aria-label', name)
  article.lang = language
  article.dir = direction
  article.dataset['sheet'] = sheet
  if (isBare) article.dataset['bare'] = ''
  const codes = blocks.filter(({ kind }) => kind === 'code')
  if (sheet !== 'A4' || codes.length === 0) {
    article.append(...blocks.map(blockElement))
    return article
  }
  // On a sheet the codes stand beside the words.
  article.dataset['coded'] = ''
  const words = element('div', 'paper-words')
  words.append(...blocks.filter((block) => block.kind !== 'code').map(blockElement))
  const aside = element('div', 'paper-codes')
  aside.append(...codes.map(blockElement))
  article.append(words, aside)
  return article
}

function blockElement(block: PaperBlock): Element {
  if (block.kind === 'code') return codeElement(block)
  if (block.kind === 'rule') return element('hr', 'paper-rule')
  if (block.kind === 'pair') {
    const pair = element('p', block.isStrong ? 'paper-pair paper-strong' : 'paper-pair')
    pair.append(isolate(block.start), isolate(block.end))
    return pair
  }
  const look = block.kind === 'line' ? (block.look ?? 'plain') : block.kind
  const line = element(block.kind === 'title' ? 'h2' : 'p', `paper-${look}`)
  line.append(isolate(block.text))
  return line
}

/** Each text in its own direction: a Latin name on a Persian paper, a seat's number anywhere. */
function isolate(text: string): HTMLElement {
  const words = document.createElement('bdi')
  words.textContent = text
  return words
}

/** As a single path, so that its edges are sharp at any size. Medium error correction. */
function codeElement({ text, name }: Extract<PaperBlock, { kind: 'code' }>): Element {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * QUIET
  const dots: string[] = []
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) dots.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
  const drawn = document.createElementNS(SVG, 'svg')
  drawn.setAttribute('class', 'paper-code')
  drawn.setAttribute('viewBox', `0 0 ${size} ${size}`)
  drawn.setAttribute('shape-rendering', 'crispEdges')
  drawn.setAttribute('role', 'img')
  drawn.setAttribute('aria-label', name)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', dots.join(''))
  drawn.append(path)
  return drawn
}

function element(tag: 'article' | 'div' | 'h2' | 'p' | 'hr', name: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  return made
}
