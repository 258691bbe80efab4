import { answerTo, call, post, remove } from './api.js';
import { follow, markRead } from './feed.js';
import { bot, botName, state, store, update } from './state.js';

export const FAILED_COMMAND = 'The application did not respond';
const FAILED_COMPONENT = 'This interaction failed';
let echoes = 0;

const here = () => ({ member: state.viewer, channel: state.channel });

export function openChannel(channel) {
  store('channel', channel);
  update({ channel, drawer: false, menu: null });
  markRead(channel);
}

export function actAs(viewer) {
  if (viewer !== state.viewer) {
    store('viewer', viewer);
    const channel = state.channel.startsWith('@') ? '@' + viewer : state.channel;
    update({ viewer, channel, drawer: false, menu: null, modal: null, messages: new Map(), read: new Map() });
    follow(viewer);
  }
}

export function say(content) {
  return post('/control/say', { ...here(), content });
}

/** Sends a command; throws what the client refuses, before anything is shown. */
export async function invoke(command, options) {
  const { interaction } = await post('/control/invoke', { ...here(), command, options });
  echo('/' + command, interaction);
}

/** A command from the menu of a message or a member. */
export async function invokeOn(command, target) {
  try {
    const { interaction } = await post('/control/invoke', { ...here(), command, ...target });
    echo(command, interaction);
  } catch (refusal) {
    notify(refusal.message);
  }
}

export function press(message, component) {
  return use(message, component, () => post('/control/press',
    { ...here(), message: message.id, button: component.customId ?? component.label }));
}

export function choose(message, component, values) {
  return use(message, component, () => post('/control/select',
    { ...here(), message: message.id, select: component.customId, values }));
}

/** Sends a filled modal; throws what the client refuses. */
export async function submit(modal, values) {
  const { interaction } = await post('/control/submit', { member: state.viewer, interaction: modal.interaction, values });
  const answer = await answerTo(interaction);
  if (answer.state === 'FAILED') {
    throw new Error('Something went wrong. Try again.');
  }
  update({ modal: null });
}

export async function deleteMessage(message) {
  await attempt(() => remove(`/control/channels/${encodeURIComponent(message.channel)}/messages/${message.id}`));
}

export function dismiss(message) {
  state.dismissed.add(message.id);
  update();
}

export function setLocale(locale) {
  return attempt(() => call('PATCH', `/control/members/${state.viewer}`, { locale }));
}

/** Does something of the side panel and says what became of it, if anything is to be said. */
export async function attempt(action, done = '') {
  try {
    await action();
    if (done) {
      notify(done);
    }
  } catch (refusal) {
    notify(refusal.message);
  }
}

let clearing = 0;

export function notify(notice) {
  update({ notice });
  clearTimeout(clearing);
  clearing = setTimeout(() => update({ notice: '' }), 5000);
}

async function use(message, component, send) {
  const key = message.id + component.customId;
  state.busy.add(key);
  state.failed.delete(message.id);
  update();
  try {
    const { interaction } = await send();
    await answered(interaction, () => state.failed.set(message.id, FAILED_COMPONENT));
  } catch (refusal) {
    state.failed.set(message.id, refusal.message);
  } finally {
    state.busy.delete(key);
    update();
  }
}

/** Shows at once that something was sent, until the bot's answer takes its place. */
async function echo(command, interaction) {
  const shown = {
    id: `echo-${++echoes}`, channel: state.channel, author: bot()?.name, bot: true, ephemeral: true, echo: 'sending',
    cause: { type: 2, member: state.viewer, name: command.replace(/^\//, '') },
    createdAt: new Date().toISOString(), content: '', embeds: [], components: [], attachments: [], mentions: [],
  };
  state.echoes.push(shown);
  update();
  const drop = () => state.echoes.splice(state.echoes.indexOf(shown), 1);
  try {
    if (await answered(interaction, () => Object.assign(shown, { echo: 'failed', content: FAILED_COMMAND }))) {
      drop();
    }
  } catch {
    drop();
    notify(`${botName()} is not known to have answered: the playground itself did not respond.`);
  }
  update();
}

/** Waits for the bot's answer and opens the modal that it may be. */
async function answered(interaction, failed) {
  const answer = await answerTo(interaction);
  if (answer.state === 'FAILED') {
    failed();
    return false;
  }
  if (answer.modal) {
    update({ modal: { interaction, ...answer.modal } });
  }
  return true;
}
