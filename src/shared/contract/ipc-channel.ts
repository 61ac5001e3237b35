/** The two IPC channels there are: frames, and a page's first word. */
export const IPC_CHANNEL = 'box-office'
export const IPC_HELLO = 'box-office:hello'
