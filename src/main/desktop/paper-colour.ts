/** `--paper` of tokens.css, for the time before the page is drawn: so that nothing flashes in the dark. */
export const paperColour = { light: '#f8fafd', dark: '#0e0f12' }
