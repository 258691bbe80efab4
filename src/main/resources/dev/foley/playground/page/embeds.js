import { html, nothing } from '/lib/lit-html/lit-html.js';
import { unsafeHTML } from '/lib/lit-html/directives/unsafe-html.js';
import { local } from './attachments.js';
import { inlineMarkdown, markdown } from './markdown.js';
import { posted } from './times.js';

const colour = number => number === null ? '' : `--stripe: #${number.toString(16).padStart(6, '0')}`;
const rich = text => html`<div class="markdown">${unsafeHTML(markdown(text))}</div>`;
const line = text => unsafeHTML(inlineMarkdown(text));

/** Pictures come from the playground alone; an address elsewhere is named, not asked. */
function picture(url, kind) {
  const source = local(url);
  return source ? html`<img class=${kind} src=${source} alt="">` : html`<p class="elsewhere">Picture at ${url}</p>`;
}

/** Inline fields stand up to three in a row. */
function fields(list) {
  const rows = [];
  list.forEach(field => {
    const last = rows.at(-1);
    if (field.inline && last?.[0].inline && last.length < 3) {
      last.push(field);
    } else {
      rows.push([field]);
    }
  });
  return rows.map(row => html`<dl class="fields of-${row.length}">${row.map(field =>
    html`<div><dt>${line(field.name)}</dt><dd>${rich(field.value)}</dd></div>`)}</dl>`);
}

export function embed(shown) {
  const title = shown.url
    ? html`<a href=${shown.url} target="_blank" rel="noreferrer noopener">${line(shown.title ?? '')}</a>` : line(shown.title ?? '');
  const foot = [shown.footer, shown.timestamp && posted(new Date(shown.timestamp))].filter(Boolean).join(' • ');
  return html`
    <article class="embed" .style=${colour(shown.color)}>
      ${shown.thumbnailUrl ? picture(shown.thumbnailUrl, 'thumbnail') : nothing}
      ${shown.author ? html`<p class="by">${shown.author}</p>` : nothing}
      ${shown.title ? html`<p class="heading">${title}</p>` : nothing}
      ${shown.description ? rich(shown.description) : nothing}
      ${fields(shown.fields)}
      ${shown.imageUrl ? picture(shown.imageUrl, 'large') : nothing}
      ${foot ? html`<p class="foot">${foot}</p>` : nothing}
    </article>`;
}
