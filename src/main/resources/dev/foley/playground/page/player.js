import { html, nothing, render } from '/lib/lit-html/lit-html.js';
import { icons } from './icons.js';
import { length, size } from './times.js';

const BARS = 120;
/** Peaks are drawn, not listened to: a low rate is enough and quick. */
const DRAWING_RATE = 8_000;
const KEY_SECONDS = 5;
let playing = null;

/**
 * A sound below a message: plays, seeks, and shows its waveform, which is drawn once the player comes into view. The picture is a
 * path, not a canvas, so that theme and width are the stylesheet's business.
 */
class SoundPlayer extends HTMLElement {
  #file;
  #audio = new Audio();
  #peaks = [];
  #failed = false;
  #frame = 0;
  #seen;

  /** @param {{id, name, bytes, source, voice}} file of which only a new id means another sound: addresses are signed anew all the time */
  set file(file) {
    const another = this.#file?.id !== file.id;
    const fresh = this.#failed && this.#file.source !== file.source;
    this.#file = file;
    if (another || fresh) {
      this.#failed = false;
      this.#peaks = file.voice ? told(file.voice.waveform) : [];
      this.#audio.preload = 'metadata';
      this.#audio.src = file.source;
      this.#draw();
    }
  }

  get audio() {
    return this.#audio;
  }

  /** Loudest sample of each bar, 0 to 1; empty until the sound was read. */
  get peaks() {
    return this.#peaks;
  }

  connectedCallback() {
    for (const event of ['play', 'pause', 'ended', 'timeupdate', 'durationchange', 'volumechange', 'error']) {
      this.#audio.addEventListener(event, this);
    }
    this.#seen = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        this.#seen.disconnect();
        this.#read();
      }
    });
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    this.#seen.disconnect();
    this.#audio.pause();
  }

  handleEvent(event) {
    if (event.type === 'play') {
      playing?.pause();
      playing = this.#audio;
      this.#animate();
    } else if (event.type === 'pause' && playing === this.#audio) {
      playing = null;
    } else if (event.type === 'error') {
      this.#failed = true;
    }
    this.#draw();
  }

  async #read() {
    try {
      const bytes = await (await fetch(this.#file.source)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, DRAWING_RATE).decodeAudioData(bytes);
      this.#peaks = this.#file.voice ? this.#peaks : peaks(sound);
      this.dataset.seconds = sound.duration.toFixed(2);
    } catch {
      this.#failed = true;
    }
    this.#draw();
  }

  #animate() {
    cancelAnimationFrame(this.#frame);
    this.#draw();
    if (!this.#audio.paused) {
      this.#frame = requestAnimationFrame(() => this.#animate());
    }
  }

  #toggle() {
    if (this.#audio.paused) {
      this.#audio.play().catch(() => {
        this.#failed = true;
        this.#draw();
      });
    } else {
      this.#audio.pause();
    }
  }

  #keys(event) {
    const step = { ArrowLeft: -KEY_SECONDS, ArrowRight: KEY_SECONDS }[event.key];
    if (step) {
      this.#audio.currentTime = Math.min(this.#audio.duration, Math.max(0, this.#audio.currentTime + step));
      event.preventDefault();
    } else if (event.key === ' ') {
      this.#toggle();
      event.preventDefault();
    }
  }

  #draw() {
    const { currentTime, paused, muted } = this.#audio;
    const duration = Number.isFinite(this.#audio.duration) ? this.#audio.duration : 0;
    const { name, bytes, source, voice } = this.#file;
    const share = duration ? currentTime / duration : 0;
    const position = `${length(currentTime)} of ${length(duration)}`;
    render(html`
      <div class="player ${voice ? 'voice' : ''}" role="group" aria-label=${voice ? 'Voice message' : 'Sound ' + name}>
        <button class="play" aria-label=${paused ? 'Play' : 'Pause'} @click=${() => this.#toggle()}>${paused ? icons.play : icons.pause}</button>
        <div class="track">
          ${voice ? nothing : html`<p class="name"><span>${name}</span><small>${size(bytes)}</small></p>`}
          <div class="wave" .style=${`--played: ${(share * 100).toFixed(2)}%`}>
            ${this.#peaks.length ? html`${wave(this.#peaks, 'whole')}${wave(this.#peaks, 'played')}` : html`<span class="flat"></span>`}
            <input type="range" min="0" max=${duration || 1} step="0.01" .value=${String(currentTime)} aria-label="Position"
              aria-valuetext=${position} @keydown=${event => this.#keys(event)}
              @input=${event => { this.#audio.currentTime = Number(event.target.value); }}>
          </div>
          <p class="clock">${length(currentTime)}<span>${length(duration)}</span></p>
        </div>
        <div class="extras">
          <button class="plain" aria-label=${muted ? 'Unmute' : 'Mute'} @click=${() => { this.#audio.muted = !muted; }}>${muted ? icons.quiet : icons.loud}</button>
          <a class="plain" href=${source} download=${name} aria-label=${'Download ' + name}>${icons.download}</a>
        </div>
        ${this.#failed ? html`<p class="failure">This file cannot be played.</p>` : nothing}
      </div>`, this);
  }
}

/** The levels that a voice message brings along. */
const told = waveform => [...atob(waveform)].map(level => level.charCodeAt(0) / 255);

/** The loudest sample of all channels in each of so many equal parts. */
function peaks(sound) {
  const found = new Array(BARS).fill(0);
  const part = sound.length / BARS;
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel);
    for (let i = 0; i < samples.length; i++) {
      const bar = Math.min(BARS - 1, Math.floor(i / part));
      found[bar] = Math.max(found[bar], Math.abs(samples[i]));
    }
  }
  return found;
}

function wave(heights, kind) {
  const path = heights.map((height, bar) => {
    const half = Math.max(1.5, height * 48);
    return `M${bar * 5 + 2.5} ${50 - half}V${50 + half}`;
  }).join('');
  return html`<svg class=${kind} viewBox="0 0 ${heights.length * 5} 100" preserveAspectRatio="none" aria-hidden="true"><path d=${path}></path></svg>`;
}

customElements.define('sound-player', SoundPlayer);
