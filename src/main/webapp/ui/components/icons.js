import { html } from '../lib/lit-html.js';

const filled = (path, label) =>
	label
		? html`<svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor" role="img" aria-label=${label}>
				<title>${label}</title><path d=${path}></path></svg>`
		: html`<svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true"><path d=${path}></path></svg>`;

const stroked = (path) =>
	html`<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.8"
		stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path}></path></svg>`;

export const dots = filled('M8 1.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2m0 5a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2m0 5'
	+ 'a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2');
export const lock = filled('M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z', 'Data lock');
export const grip = filled('M5 2h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zm-4 5h2v2H5zm4 0h2v2H9z');
export const cross = stroked('M3.5 3.5l9 9m0-9l-9 9');
export const check = stroked('M2.5 8.5l3.5 3.5 7.5-8');
export const dash = stroked('M4 8h8');
export const warning = stroked('M8 2L1.5 13.5h13zM8 6.5v3.2m0 2v.1');
export const information = stroked('M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.2v4m0-6.6v.1');
export const copy = stroked('M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z');
export const bars = stroked('M2 4h12M2 8h12M2 12h12');
export const person = stroked('M8 2.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8M2.5 14a5.5 5.5 0 0 1 11 0');
