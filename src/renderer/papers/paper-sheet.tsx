import { useLayoutEffect, useRef } from 'react'
import type { Paper, PaperSheet as Sheet } from '../../shared/domain/paper.ts'
import { paperElement } from './paper-element.ts'
import './paper.css'

/** A paper on the screen, as it will print. */
export function PaperSheet({ paper, sheet }: { readonly paper: Paper; readonly sheet: Sheet }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(paperElement(paper, { sheet })), [paper, sheet])
  return <div ref={place} className="paper-place" />
}
