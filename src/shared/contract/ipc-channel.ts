/** The two IPC channels of a screen: frames, and a page's hello. */
export const IPC_CHANNEL = 'box-office'
export const IPC_HELLO = 'box-office:hello'

/** The two of the window around the seller's page: where to go, and what the page says about itself. */
export const DESK_GO = 'desk:go'
export const DESK_WORD = 'desk:word'
