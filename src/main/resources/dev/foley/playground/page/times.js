import { me } from './state.js';

const locale = () => me()?.locale ?? 'en-US';
const format = (date, options) => new Intl.DateTimeFormat(locale(), options).format(date);
const UNITS = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60]];
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** As Discord shows {@code <t:…>} of each style. */
export function timestamp(date, style) {
  if (Number.isNaN(date.getTime())) {
    return 'Invalid date';
  }
  return style === 'R' ? relative(date) : format(date, STYLES[style]);
}

export function relative(date) {
  const seconds = Math.round((date - Date.now()) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

/** Beside an author's name. */
export function posted(date) {
  const time = clock(date);
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000);
  return days === 0 ? `Today at ${time}` : days === 1 ? `Yesterday at ${time}` : `${format(date, { dateStyle: 'short' })} ${time}`;
}

export const clock = date => format(date, { timeStyle: 'short' });
export const exact = date => format(date, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
export const day = date => format(date, { dateStyle: 'long' });
export const full = date => format(date, { dateStyle: 'full', timeStyle: 'medium' });
export const startOfDay = date => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** Minutes and seconds of a sound. */
export function length(seconds) {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes`
    : bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(2)} MB`;
}
