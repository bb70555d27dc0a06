import { html } from '../lib/lit-html.js';
import { button } from './button.js';
import { selectField, textField } from './field.js';

const PAUSE = 350;

/** Filters over a list, kept in the page's address so that a view can be sent to a colleague. */
export function filters(query, names, changed) {
	const values = Object.fromEntries(names.map((name) => [name, query.get(name) ?? '']));
	const place = location.pathname;
	let timer = 0;
	const keep = () => {
		if (location.pathname !== place) return;
		const kept = new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
		history.replaceState(null, '', location.pathname + (kept ? '?' + kept : ''));
		changed();
	};
	/** A day in the administrator's own calendar as an instant. end: the day's end */
	const instant = (name, end = false) => {
		if (!values[name]) return undefined;
		const date = new Date(`${values[name]}T00:00`);
		if (end) date.setDate(date.getDate() + 1);
		return date.getFullYear() > 999 ? date.toISOString() : undefined;
	};
	return {
		any: () => Object.values(values).some(Boolean),
		clear() {
			names.forEach((name) => (values[name] = ''));
			keep();
		},
		text: (name, label, options = {}) => textField(name, label, { ...options, value: values[name], input: (value) => {
			values[name] = value;
			clearTimeout(timer);
			timer = setTimeout(keep, PAUSE);
		} }),
		choice: (name, label, choices) => selectField(name, label, choices, { value: values[name], placeholder: 'All', input: (value) => {
			values[name] = value;
			keep();
		} }),
		days() {
			return html`${this.text('from', 'From', { type: 'date' })}${this.text('to', 'To', { type: 'date' })}`;
		},
		asked: () => ({ ...values, from: instant('from'), to: instant('to', true) }),
	};
}

export const filterBar = (source, content) => html`<div class="filters" role="search" aria-label="Filters">${content}
	${source.any() ? button('Clear', () => source.clear()) : ''}</div>`;
