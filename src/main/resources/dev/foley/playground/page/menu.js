import { html, nothing } from '/lib/lit-html/lit-html.js';
import { deleteMessage, invokeOn, notify } from './actions.js';
import { icons } from './icons.js';
import { afterUpdate, botName, commands, isModerator, localized, me, state, update } from './state.js';

const ON_MEMBER = 2;
const ON_MESSAGE = 3;
/** Users, roles, mentionables. */
const ACCOUNT_SELECTS = [5, 6, 7];
const CHANNEL_SELECT = 8;
let opener = null;

/** The menu of a message: what the bot offers for it, and what every client can do. */
export function messageMenu(event, message) {
  const mine = message.author === state.viewer || message.ephemeral;
  const own = [
    { label: 'Copy text', act: () => copy(message.content) },
    { label: 'Copy message ID', act: () => copy(message.id) },
    ...(mine || isModerator(me()) ? [{ label: 'Delete message', danger: true, act: () => deleteMessage(message) }] : []),
  ];
  const apps = commands(ON_MESSAGE).map(command =>
    ({ label: localized(command, 'name'), app: true, act: () => invokeOn(command.name, { message: message.id }) }));
  open(event, 'Message', message.echo ? [] : [...apps, ...own]);
}

export function memberMenu(event, person) {
  const apps = commands(ON_MEMBER).map(command =>
    ({ label: localized(command, 'name'), app: true, act: () => invokeOn(command.name, { target: person.name }) }));
  open(event, person.displayName, [...apps, { label: 'Copy user ID', act: () => copy(person.id) }]);
}

/** What can be chosen in a select: its own lines, or members, or channels. */
export function selectLines(component) {
  if (component.type === CHANNEL_SELECT) {
    return state.world.channels.filter(channel => !channel.direct).map(channel => ({ label: '#' + channel.name, value: channel.id }));
  }
  return ACCOUNT_SELECTS.includes(component.type)
    ? state.world.members.map(person => ({ label: person.displayName, value: person.id, description: '@' + person.name }))
    : component.options;
}

/** @param send is given the values once they are chosen; nothing is sent when the choice is the same as before */
export function openSelect(event, select, component, preset, send) {
  show(event, { select, component, chosen: [...preset], preset, send, title: component.label ?? 'Make a selection', lines: selectLines(component) });
}

export function closeMenu() {
  const { menu } = state;
  if (!menu) {
    return;
  }
  update({ menu: null });
  opener?.focus();
  const several = menu.component?.chosen.max > 1;
  if (several && String(menu.chosen) !== String(menu.preset) && menu.chosen.length >= menu.component.chosen.min) {
    menu.send(menu.chosen);
  }
}

export function menu() {
  const open = state.menu;
  if (!open) {
    return nothing;
  }
  const place = `left: ${open.x}px; ${open.up ? `bottom: ${open.y}px` : `top: ${open.y}px`}; --width: ${open.width ?? 0}px`;
  return html`
    <div class="veil" @click=${closeMenu} @contextmenu=${event => { event.preventDefault(); closeMenu(); }}></div>
    <div class="menu ${open.select ? 'lines' : ''}" .style=${place} @keydown=${keys}>
      ${open.select ? lines(open) : items(open)}
    </div>`;
}

function items(open) {
  return html`<div role="menu" aria-label=${open.title}>${open.items.map((item, index) => html`
    ${index && open.items[index - 1].app && !item.app ? html`<hr>` : nothing}
    <button role="menuitem" tabindex="-1" class=${item.danger ? 'danger' : ''} @click=${() => { closeMenu(); item.act(); }}>
      <span>${item.label}</span>${item.app ? html`<small>${botName()}</small>` : nothing}
    </button>`)}</div>`;
}

function lines(open) {
  const several = open.component.chosen.max > 1;
  return html`<div role="listbox" aria-label=${open.title} aria-multiselectable=${several}>${open.lines.map(line => {
    const chosen = open.chosen.includes(line.value);
    return html`<button role="option" tabindex="-1" aria-selected=${chosen} @click=${() => pick(line.value)}>
      ${line.emoji ? html`<span class="emoji" aria-hidden="true">${line.emoji}</span>` : nothing}
      <span class="label">${line.label}${line.description ? html`<small>${line.description}</small>` : nothing}</span>
      ${chosen ? icons.check : nothing}
    </button>`;
  })}</div>`;
}

function pick(value) {
  const { menu } = state;
  if (menu.component.chosen.max === 1) {
    closeMenu();
    menu.send([value]);
  } else if (menu.chosen.includes(value)) {
    menu.chosen = menu.chosen.filter(other => other !== value);
    update();
  } else if (menu.chosen.length < menu.component.chosen.max) {
    menu.chosen.push(value);
    update();
  }
}

function keys(event) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const index = buttons.indexOf(document.activeElement);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
  if (next !== undefined) {
    buttons[next % buttons.length].focus();
    event.preventDefault();
  } else if (event.key === 'Tab') {
    closeMenu();
    event.preventDefault();
  }
}

function open(event, title, list) {
  event.preventDefault();
  if (list.length) {
    show(event, { title, items: list });
  }
}

/** At the pointer, or below what was pressed by keyboard; above it where there is more room. */
function show(event, menu) {
  event.stopPropagation();
  opener = event.currentTarget.matches('button') ? event.currentTarget : document.activeElement;
  const box = event.currentTarget.getBoundingClientRect();
  const atPointer = event.type === 'contextmenu' && event.clientX > 0;
  const left = atPointer ? event.clientX : menu.select ? box.left : box.right - 220;
  const below = atPointer ? event.clientY : box.bottom + 4;
  const up = below > innerHeight * 0.6;
  const above = atPointer ? innerHeight - event.clientY : innerHeight - box.top + 4;
  const width = menu.select ? box.width : 0;
  update({ menu: { ...menu, up, width, x: Math.max(8, Math.min(left, innerWidth - Math.max(width, 220) - 8)), y: up ? above : below } });
  afterUpdate(() => document.querySelector('.menu [aria-selected=true], .menu button')?.focus());
}

function copy(text) {
  navigator.clipboard?.writeText(text).then(() => notify('Copied.'), () => notify('The browser did not allow to copy.'));
}
