import { state, update } from './state.js';

const MAX_TRAFFIC = 600;
/** The page remembers whom it played; the next playground may not have that member. */
const NOT_A_MEMBER = 1008;
const FIRST_MEMBER = 'mia';
let socket = null;
let retry = 0;

/** Follows what this member sees, for as long as the page is open. */
export function follow(viewer) {
  clearTimeout(retry);
  socket?.close();
  const mine = new WebSocket(`ws://${location.host}/page/feed?as=${encodeURIComponent(viewer)}`);
  socket = mine;
  mine.onopen = () => {
    state.messages = new Map();
    state.traffic = [];
    update({ connected: true, echoes: [], failed: new Map(), busy: new Set() });
  };
  mine.onmessage = event => {
    if (socket === mine) {
      const { type, body } = JSON.parse(event.data);
      received[type]?.(body);
    }
  };
  mine.onclose = event => {
    if (socket === mine) {
      const member = event.code === NOT_A_MEMBER ? FIRST_MEMBER : viewer;
      update({ connected: false, viewer: member });
      retry = setTimeout(() => follow(member), 1000);
    }
  };
}

const received = {
  world(world) {
    const there = world.channels.some(channel => channel.name === state.channel);
    update({ world, channel: there ? state.channel : world.channels[0].name });
  },
  commands: commands => update({ commands }),
  bot: bot => update({ bot }),
  messages({ channel, messages, gone }) {
    const first = !state.messages.has(channel);
    const all = new Map(state.messages.get(channel));
    gone.forEach(id => all.delete(id));
    messages.forEach(message => all.set(message.id, message));
    state.messages.set(channel, all);
    if (first || channel === state.channel) {
      markRead(channel);
    }
    update();
  },
  traffic(entries) {
    const all = [...state.traffic, ...entries].sort((a, b) => a.at < b.at ? -1 : 1);
    update({ traffic: all.slice(-MAX_TRAFFIC) });
  },
};

export function markRead(channel) {
  const newest = [...(state.messages.get(channel)?.keys() ?? [])].at(-1);
  if (newest) {
    state.read.set(channel, newest);
  }
}

/** How many messages of others have come since the channel was last open. */
export function unread(channel) {
  const read = state.read.get(channel) ?? '0';
  return [...(state.messages.get(channel)?.values() ?? [])]
    .filter(message => message.author !== state.viewer && BigInt(message.id) > BigInt(read)).length;
}
