import { html, render } from '../lib/lit-html.js';
import { cross } from './icons.js';

const SHOWN_FOR = 6000;
let shown = [];
let last = 0;

function draw() {
	const root = document.getElementById('toasts');
	if (!root) return;
	render(shown.map((toast) => html`<div class="toast">
		<p>${toast.text}</p>
		<button type="button" aria-label="Close this message" @click=${() => close(toast.id)}>${cross}</button>
	</div>`), root);
	// The top layer, so that a message is seen over an open dialog too.
	root.hidePopover();
	if (shown.length) root.showPopover();
}

function close(id) {
	shown = shown.filter((toast) => toast.id !== id);
	draw();
}

export function toast(text, { stays = false } = {}) {
	const id = ++last;
	shown = [...shown.slice(-2), { id, text }];
	draw();
	if (!stays) setTimeout(() => close(id), SHOWN_FOR);
}

export const toastError = (error) => toast(error?.message ?? String(error), { stays: true });

/** Where messages appear: a popover without light dismissal, announced politely. */
export const toasts = html`<div id="toasts" class="toasts" popover="manual" role="status"></div>`;
