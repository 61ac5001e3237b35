// The controls of a screen, measured: how large each is, whether all of it is visible, and whether something else lies over it.

import type { Page } from '@playwright/test'

/** One line per fault; none means that a finger of that size hits whatever it aims at. Seats are drawn, and not among these. */
export function targetFaults(page: Page, leastPx: number): Promise<readonly string[]> {
  return page.evaluate(faultsInPage, leastPx)
}

/** Runs in the page. Half a pixel is the browser's rounding; what is scrolled out of its box can be scrolled to. */
function faultsInPage(leastPx: number): string[] {
  const dialog = document.querySelector('[role=dialog]')
  const targets = [
    ...(dialog ?? document).querySelectorAll<HTMLElement>('button, a[href], select, input, summary'),
  ]
  const box = (element: Element) => element.getBoundingClientRect()
  const isSaidOnly = ({ width, height }: DOMRect) => width <= 1 || height <= 1
  const scrolls = (element: Element): boolean =>
    /auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY)
  const scroller = (element: Element): Element | null =>
    element.parentElement === null || scrolls(element.parentElement)
      ? element.parentElement
      : scroller(element.parentElement)
  // Of any box around it: a table that scrolls sideways may lie in a screen that scrolls down.
  const isScrolledOut = (element: Element, from = element): boolean => {
    const frame = scroller(from)
    if (!frame || frame === document.documentElement || frame === document.body) return false
    const [inner, outer] = [box(element), box(frame)]
    const isIn = inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5
    const isWhole = isIn && inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5
    return !isWhole || isScrolledOut(element, frame)
  }
  const faultsOf = (target: HTMLElement): string[] => {
    const { left, right, top, bottom, width, height } = box(target)
    if (isSaidOnly(box(target)) || getComputedStyle(target).visibility === 'hidden') return []
    const name = target.getAttribute('aria-label') ?? target.textContent.trim()
    const found = width < leastPx - 0.5 || height < leastPx - 0.5 ? ['small'] : []
    if (!isScrolledOut(target)) {
      if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) found.push('cut off')
      // Just inside its four corners, where an overlapping neighbour would begin.
      const inset = 8
      const corners = [left + inset, right - inset].flatMap((x) =>
        [top + inset, bottom - inset].map((y) => document.elementFromPoint(x, y)),
      )
      const isFree = corners.every((hit) => hit !== null && (target.contains(hit) || hit.contains(target)))
      if (!isFree) found.push('covered')
    }
    return found.map((fault) => `${fault}: ${name} ${Math.round(width)}×${Math.round(height)}`)
  }
  return targets.flatMap(faultsOf)
}
