import { html, nothing } from '../lib/lit-html.js';
import { check, information, warning } from './icons.js';

/** Keeps the place of what is coming; visible only once it is slow. */
export const skeleton = (visible) =>
	html`<div class="skeleton" aria-busy="true">${visible
		? html`<span class="unseen">Loading…</span><i></i><i></i><i></i>`
		: nothing}</div>`;

export const failed = (error, retry) => html`<div class="state" role="alert">
	<h2>${error?.title ?? 'This could not be loaded'}</h2>
	<p>${error?.message ?? String(error)}</p>
	${retry ? html`<button type="button" @click=${retry}>Try again</button>` : ''}
</div>`;

export const empty = (title, text, action) => html`<div class="state">
	<h2>${title}</h2><p>${text}</p>${action ?? nothing}
</div>`;

export const note = (tone, content) => html`<div class="note ${tone}">
	${tone === 'good' ? check : tone === 'information' ? information : warning}<div class="stack tight">${content}</div>
</div>`;
