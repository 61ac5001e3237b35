/** `--paper` of tokens.css, for where the page has not been drawn yet: so that nothing flashes in the dark. */
export const paperColour = { light: '#f8fafd', dark: '#0e0f12' }
