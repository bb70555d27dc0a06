import { html } from '../lib/lit-html.js';
import { button } from './button.js';
import { check, information, warning } from './icons.js';

/** Keeps the place of what is coming; visible only once it is slow. */
export const skeleton = (visible) =>
	html`<div class="skeleton" aria-busy="true">${visible
		? html`<span class="unseen">Loading…</span><i></i><i></i><i></i>`
		: ''}</div>`;

/** What can be tried again is what may end otherwise: not the server's refusal of what was asked. */
export const failed = (error, retry) => html`<div class="state" role="alert">
	<h2>${error.status === 403 ? 'Not for your role' : error.title ?? 'This could not be loaded'}</h2>
	<p>${error.status === 403 ? 'Another role is needed for this. A cloud administrator can give you one.' : error.message ?? String(error)}</p>
	${retry && !/^4(?!01|08|29)/.test(error.status) ? button('Try again', retry) : ''}
</div>`;

export const empty = (title, text, action) => html`<div class="state">
	<h2>${title}</h2><p>${text}</p>${action ?? ''}
</div>`;

export const pre = (label, value) => html`<pre tabindex="0" aria-label=${label}>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>`;

export const note = (tone, content) => html`<div class="note ${tone}">
	${tone === 'good' ? check : tone === 'information' ? information : warning}<div class="stack tight">${typeof content === 'string' ? html`<p>${content}</p>` : content}</div>
</div>`;
