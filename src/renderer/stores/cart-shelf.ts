import { openShelf } from './shelf.ts'

/**
 * In a browser every window has its own cart. The desktop app sells in one window only, which may be killed, so its cart outlives
 * the session.
 */
export const cartShelf = openShelf(() => (window.boxOffice ? localStorage : sessionStorage))
