import { get } from './api.js';
import { state, update } from './state.js';

/** The simulated services that have a control interface, by its name. */
const NAMES = { aimlapi: 'AIML API', stability: 'Stability AI', fal: 'fal', elevenlabs: 'ElevenLabs' };
const LOOK = 1000;
let timer = 0;

export const control = service => '/control/services/' + service;
export const serviceName = service => NAMES[service] ?? service;

/** Those that this playground has, each as it stands and with the faults that it is still to show. */
export const services = () => state.services;

/** Asks them how they stand, and again every second as long as their tab is looked at. */
export async function watchServices() {
  clearTimeout(timer);
  const known = state.services ? state.services.map(service => service.id) : Object.keys(NAMES);
  const [pace, ...seen] = await Promise.all([get('/control/pace').catch(() => null), ...known.map(look)]);
  update({ services: seen.filter(Boolean), pace: pace?.timeFactor ?? null });
  if (state.panel.open && state.panel.tab === 'services') {
    timer = setTimeout(watchServices, LOOK);
  }
}

async function look(id) {
  try {
    const [now, planned] = await Promise.all([get(control(id)), get(control(id) + '/faults')]);
    return { id, now, planned };
  } catch {
    return null; // this playground does not have it
  }
}
