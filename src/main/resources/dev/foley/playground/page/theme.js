import { state, store, update } from './state.js';

const bright = matchMedia('(prefers-color-scheme: light)');

/** Dark, light, or as the system has it. */
export function applyTheme() {
  const light = state.theme === 'light' || (state.theme === 'system' && bright.matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
}

export function setTheme(theme) {
  store('theme', theme);
  update({ theme });
  applyTheme();
}

bright.addEventListener('change', applyTheme);
