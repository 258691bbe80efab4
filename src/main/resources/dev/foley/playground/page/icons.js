import { html } from '/lib/lit-html/lit-html.js';

const icon = path => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** Line drawings of our own, on a grid of 24. */
export const icons = {
  hash: icon('M9 4 7 20M17 4l-2 16M4 9h17M3 15h17'),
  lock: icon('M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z'),
  at: icon('M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-4 7.500'),
  menu: icon('M4 7h16M4 12h16M4 17h16'),
  more: icon('M5 12h.01M12 12h.01M19 12h.01'),
  close: icon('M6 6l12 12M18 6 6 18'),
  play: html`<svg class="icon solid" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z"></path></svg>`,
  pause: html`<svg class="icon solid" viewBox="0 0 24 24" aria-hidden="true"><path d="M7 5h3.500v14H7zM13.500 5H17v14h-3.500z"></path></svg>`,
  loud: icon('M4 10v4h3l5 4V6l-5 4zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11'),
  quiet: icon('M4 10v4h3l5 4V6l-5 4zM16 10l5 5M21 10l-5 5'),
  download: icon('M12 4v11M7 11l5 5 5-5M5 20h14'),
  file: icon('M6 3h8l5 5v13H6zM14 3v5h5'),
  eye: icon('M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z'),
  pulse: icon('M3 12h4l3 8 4-16 3 8h4'),
  chevron: icon('M6 9l6 6 6-6'),
  check: icon('M5 12.500l5 5L19 7'),
  sun: icon('M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M5 19l1.500-1.500M17.500 6.500 19 5'),
  moon: icon('M20 14A8 8 0 1 1 10 4a6.500 6.500 0 0 0 10 10z'),
  screen: icon('M3 5h18v11H3zM9 20h6'),
  link: icon('M14 5h5v5M19 5l-8 8M11 6H5v13h13v-6'),
  send: icon('M4 12 20 4l-6 16-3-7z'),
  slash: icon('M15 4 9 20'),
};
