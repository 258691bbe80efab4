import { html } from '/lib/lit-html/lit-html.js';
import { icons } from './icons.js';
import './player.js';
import { size } from './times.js';

const AUDIO = /^audio\/|\.(wav|mp3|ogg|flac|m4a)$/i;

/** The path of a file that the playground serves; empty for any other address. */
export function local(url) {
  const address = new URL(url, location.href);
  return address.pathname.startsWith('/attachments/') ? address.pathname + address.search : '';
}

export function attachment(file) {
  const source = local(file.url);
  if (AUDIO.test(file.contentType) || AUDIO.test(file.filename)) {
    return html`<sound-player .file=${{ id: file.id, name: file.filename, bytes: file.sizeBytes, source, voice: file.voice }}></sound-player>`;
  }
  if (file.contentType.startsWith('image/')) {
    return html`<a class="picture" href=${source} target="_blank"><img src=${source} alt=${file.description ?? file.filename}></a>`;
  }
  return html`
    <div class="file">${icons.file}
      <div><a href=${source} download=${file.filename}>${file.filename}</a><span>${size(file.sizeBytes)}</span></div>
    </div>`;
}
