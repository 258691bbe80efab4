import { html } from '/lib/lit-html/lit-html.js';
import { state } from './state.js';

const HUES = 6;

/** A colour that stays with a member: the stylesheet has six. */
export function hue(person) {
  const index = state.world.members.filter(member => !member.bot).findIndex(member => member.name === person?.name);
  return person?.bot ? 'hue-bot' : `hue-${(index + HUES) % HUES}`;
}

export function avatar(person, size = '') {
  return person?.bot
    ? html`<img class="avatar ${size}" src="/page/foley.svg" alt="">`
    : html`<span class="avatar ${size} ${hue(person)}" aria-hidden="true">${(person?.displayName ?? '?')[0]}</span>`;
}
