const svg = (paths: string) =>
  `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`

/** The signs on the buttons of the table. */
export const signs = {
  down: svg('<path d="m7 10 5 5 5-5"/>'),
  settings: svg(
    '<path d="M4 8h10M18 8h2M4 16h2M10 16h10"/><circle cx="16" cy="8" r="2"/><circle cx="8" cy="16" r="2"/>',
  ),
  remove: svg('<path d="m7 7 10 10M17 7 7 17"/>'),
  add: svg('<path d="M12 6v12M6 12h12"/>'),
  done: svg('<path d="m6 12.500 4 4 8-9"/>'),
}
