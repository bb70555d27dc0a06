// @ts-check
import { html, nothing } from '../lib/lit-html.js';
import { api, download } from '../api.js';
import { confirm } from './dialog.js';
import { filterBar, filters } from './filters.js';
import { menu } from './menu.js';
import { pagedTable } from './table.js';
import { pages } from './view.js';

const NOTHING_FITS = { title: 'Nothing fits these filters', text: 'Take a filter away, or type less.' };

/** @typedef {ReturnType<typeof filters>} Filter */

/**
 * One list of the server on a card: its filters, the table, the way to more, its CSV.
 * @param {Context} ctx
 * @param {string} to
 * @param {{ label: string, what: string, many?: string, columns: Column[], key?: (row: any) => string,
 *   none: { title: string, text: unknown, action?: unknown }, names?: string[], bar?: (filter: Filter) => unknown,
 *   query?: (filter: Filter) => Record<string, any>, read?: () => void }} options names: of the filters; read: told before each new list
 */
export function listing(ctx, to, { names = [], bar, query = (filter) => filter.values, none, read, ...shown }) {
	const filter = filters(ctx.query, names, () => source.reload());
	const source = pages(ctx.update, (cursor) => {
		if (!cursor) read?.();
		return api.get(to, { ...query(filter), limit: 50, cursor });
	});
	return {
		reload: source.reload,
		/** @returns {any[]} what is shown now */
		items: () => source.list.value?.items ?? [],
		/** An act after which, if it was done, the list is read again. @param {(...args: any[]) => Promise<any>} act */
		after: (act) => async (/** @type {any[]} */ ...args) => (await act(...args)) && source.reload(),
		csv: (/** @type {string} */ name) => html`<button @click=${async () =>
			download(`${name}-${ctx.tenant}.csv`, await api.csv(to, query(filter)))}>Export CSV</button>`,
		/** @param {unknown} [above] between filters and table */
		view: (above) => html`${bar ? filterBar(filter, bar(filter)) : nothing}${above ?? nothing}${
			pagedTable(source, { ...shown, none: filter.any() ? NOTHING_FITS : none })}`,
	};
}

export const card = (content) => html`<section class="card">${content}</section>`;

/** @param {unknown} title @param {unknown} content @param {unknown} [beside] */
export const titledCard = (title, content, beside) => html`<section class="card"><div class="section-head"><h2>${title}</h2>${beside ?? nothing}</div>${content}</section>`;

/** The column of a row's menu. @param {string} kind @param {(row: any) => any[] | false} items @param {(row: any) => string} [name] @returns {Column} */
export const actions = (kind, items, name = (row) => row.name) => ({
	label: 'Actions', hideLabel: true, cls: 'actions',
	cell: (row) => menu(`${kind}-${row.id}`, `Actions for ${name(row)}`, items(row) || [], { ghost: true }),
});

/** @param {(row: any) => unknown} [show] @returns {Column} */
export const nameColumn = (show = (row) => row.name) => ({ label: 'Name', bare: true, cell: (row) => html`<strong>${show(row)}</strong>` });

/** Asks, and removes. @param {string} to @param {string} name @param {unknown} text @param {string} [action] */
export const deletion = (to, name, text, action = 'Delete') => confirm(`${action} “${name}”?`, {
	action, danger: true, body: html`<p>${text}</p>`, run: () => api.remove(to), said: `“${name}” ${action.toLowerCase()}${action.endsWith('e') ? '' : 'e'}d`,
});
