/** The mark, as a picture of its own for browser tabs. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#1d2220" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><style>@media(prefers-color-scheme:dark){svg{stroke:#ece5d5}}</style><path fill="#ec7a3c" stroke="none" d="M13 15.4c-2.6 0-4.3-1.6-4.3-3.9 0-2.8 3-4.2 3.6-7.9 2.6 1.7 5 4.6 5 7.9 0 2.3-1.7 3.9-4.3 3.9z"/><path d="M3.5 21.3l17-5.3M3.5 16l17 5.3M12 14.2c-2.6 0-4.3-1.6-4.3-3.9 0-2.8 3-4.2 3.6-7.9 2.6 1.7 5 4.6 5 7.9 0 2.3-1.7 3.9-4.3 3.9z"/></svg>'

/** Search engines read public spaces and nothing else; each closed page says so itself too. */
export const robots =
  'User-agent: *\nDisallow: /settings\nDisallow: /search\nDisallow: /members\nDisallow: /api\nAllow: /\n'
