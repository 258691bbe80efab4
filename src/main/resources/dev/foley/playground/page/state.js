/** Everything that the page shows. Changed by update() only, which draws the page again. */
export const state = {
  viewer: stored('viewer', 'mia'),
  channel: stored('channel', 'music'),
  connected: false,
  world: { channels: [], members: [], attachmentLimit: 0 },
  commands: { server: [], direct: [] },
  bot: { state: 'starting', switchable: false, starts: 0 },
  /** Channel name to its messages by id, oldest first. */
  messages: new Map(),
  /** Channel name to the id of the newest message that was looked at. */
  read: new Map(),
  /** Commands of ours that the bot has not answered yet, or not in time. */
  echoes: [],
  /** Components that wait for an answer, and messages below which one failed. */
  busy: new Set(),
  failed: new Map(),
  dismissed: new Set(),
  traffic: [],
  /** The simulated services as they stood when last asked; null before. */
  services: null,
  /** How many times faster than real they are; null where none of them is. */
  pace: null,
  modal: null,
  menu: null,
  drawer: false,
  panel: { open: stored('panel', '') === 'open', tab: 'traffic' },
  theme: stored('theme', 'system'),
  notice: '',
};

let draw = () => {};
let pending = false;
let afterwards = [];

export function onUpdate(callback) {
  draw = callback;
}

/** Changes the state; the page is drawn once for all changes of one turn. */
export function update(change = {}) {
  Object.assign(state, change);
  if (!pending) {
    pending = true;
    queueMicrotask(() => {
      pending = false;
      draw();
      const callbacks = afterwards;
      afterwards = [];
      callbacks.forEach(callback => callback());
    });
  }
}

/** Calls this once the page shows the present state. */
export function afterUpdate(callback) {
  afterwards.push(callback);
  update();
}

export function stored(key, otherwise) {
  return localStorage.getItem('playground.' + key) ?? otherwise;
}

export function store(key, value) {
  localStorage.setItem('playground.' + key, value);
}

export const member = name => state.world.members.find(candidate => candidate.name === name);
export const me = () => member(state.viewer);
export const bot = () => state.world.members.find(candidate => candidate.bot);
export const botName = () => bot()?.displayName ?? 'The bot';
export const channel = () => state.world.channels.find(candidate => candidate.name === state.channel);
export const isModerator = person => Boolean(person?.owner || person?.roles.includes('Moderator'));

/** The commands of this kind in the open channel: 1 is typed, 2 and 3 are in the menus of members and messages. */
export function commands(type) {
  return (channel()?.direct ? state.commands.direct : state.commands.server)?.filter(command => command.type === type) ?? [];
}

/** A text of a command in the language of the member's client. */
export function localized(thing, field) {
  return thing[field + '_localizations']?.[me()?.locale] ?? thing[field];
}
