import { html, nothing } from '../lib/lit-html.js';
import { topDialog } from './focus.js';

const SLOW = 200;
const running = new WeakSet();

/** Runs an act of a button or menu item. While it runs another click does nothing, nor does a double click's second: by then it may be another row's. */
export async function once(event, act) {
	const element = event.currentTarget;
	if (running.has(element) || event.detail > 1) return;
	running.add(element);
	const timer = setTimeout(() => {
		const over = topDialog();
		element.ariaBusy = String(!over || over.contains(element));
	}, SLOW);
	try {
		await act(event);
	} finally {
		clearTimeout(timer);
		running.delete(element);
		element.ariaBusy = null;
	}
}

/** name: for screen readers, where the label alone says too little */
export const button = (label, act, look = '', /** @type {any} */ name = undefined) =>
	html`<button type="button" class=${look} aria-label=${name ?? nothing} @click=${(event) => once(event, act)}>${label}</button>`;

export const hint = (text) => (text ? html`<div class="hint">${text}</div>` : '');

export const muted = (text) => html`<span class="muted">${text}</span>`;

/** What may be long gets places to break at. */
export const breakable = (text) => String(text).split(/(?<=[@.:/_-])(?=\w)/).map((part, at) => (at ? html`<wbr>${part}` : part));

export const strong = (href, text) => html`<a class="strong" href=${href}>${typeof text === 'string' ? breakable(text) : text}</a>`;

/** Pairs of a name and what it is; those without the second are left out. */
export const facts = (...pairs) => html`<dl class="facts">${pairs.map((pair, at) => (at % 2 || !pairs[at + 1] ? '' : html`<dt>${pair}</dt><dd>${pairs[at + 1]}</dd>`))}</dl>`;

export const stat = (label, number, /** @type {unknown} */ text = '', /** @type {unknown} */ beside = '') => html`<div class="card pad"><div class="row between"><span class="label">${label}</span>${beside}</div>
	<div class="big">${number}</div>${hint(text)}</div>`;
