// @ts-check
import { html, nothing } from '../lib/lit-html.js';
import { selectField, textField } from './field.js';

const PAUSE = 350;

/**
 * Filters over a list, kept in the page's address so that a view can be sent to a colleague.
 * @param {URLSearchParams} query
 * @param {string[]} names
 * @param {() => void} changed
 */
export function filters(query, names, changed) {
	/** @type {Record<string, string>} */
	const values = Object.fromEntries(names.map((name) => [name, query.get(name) ?? '']));
	let timer = 0;
	const keep = () => {
		const kept = new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
		history.replaceState(null, '', location.pathname + (kept ? '?' + kept : ''));
		changed();
	};
	return {
		values,
		any: () => Object.values(values).some(Boolean),
		clear() {
			names.forEach((name) => (values[name] = ''));
			keep();
		},
		/** @param {string} name @param {string} label @param {{ type?: string, cls?: string, hint?: string }} [options] */
		text: (name, label, options = {}) => textField(name, label, { ...options, value: values[name], input: (value) => {
			values[name] = value;
			clearTimeout(timer);
			timer = setTimeout(keep, PAUSE);
		} }),
		/** @param {string} name @param {string} label @param {{ value: string, label: string }[]} choices @param {string} [everything] */
		choice: (name, label, choices, everything = 'All') => selectField(name, label, choices, { value: values[name], placeholder: everything, input: (value) => {
			values[name] = value;
			keep();
		} }),
		/** From one day to another. */
		days() {
			return html`${this.text('from', 'From', { type: 'date' })}${this.text('to', 'To', { type: 'date' })}`;
		},
		/** A day in the administrator's own calendar as an instant. @param {string} name @param {boolean} [end] the day's end */
		instant: (name, end = false) => {
			if (!values[name]) return undefined;
			const date = new Date(`${values[name]}T00:00`);
			if (end) date.setDate(date.getDate() + 1);
			return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
		},
	};
}

/** @param {ReturnType<typeof filters>} source @param {unknown} content */
export const filterBar = (source, content) => html`<div class="filters" role="search" aria-label="Filters">${content}
	${source.any() ? html`<button type="button" @click=${() => source.clear()}>Clear</button>` : nothing}</div>`;
