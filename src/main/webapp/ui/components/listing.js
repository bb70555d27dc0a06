import { html, nothing } from '../lib/lit-html.js';
import { api, download } from '../api.js';
import { confirm } from './dialog.js';
import { filterBar, filters } from './filters.js';
import { menu } from './menu.js';
import { pagedTable } from './table.js';
import { head, pages } from './view.js';

const NOTHING_FITS = { title: 'Nothing fits these filters', text: 'Take a filter away, or type less.' };

/** One list of the server: its filters, the table, the way to more, its CSV. @param {Context} ctx @param {string} to @param {ListingOptions} options */
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
		/** An act after which, if it was done, the list is read again. */
		after: (act) => async (...args) => (await act(...args)) && source.reload(),
		csv: (name) => html`<button @click=${async () =>
			download(`${name}-${ctx.tenant}.csv`, await api.csv(to, query(filter)))}>Export CSV</button>`,
		/** @param {unknown} [above] between filters and table */
		view: (above) => html`${bar ? filterBar(filter, bar(filter)) : ''}${above ?? nothing}${
			pagedTable(source, { ...shown, none: filter.any() ? NOTHING_FITS : none })}`,
	};
}

export const card = (content) => html`<section class="card">${content}</section>`;

export const panel = (title, content) => html`<section class="card pad stack"><h2>${title}</h2>${content}</section>`;

export const titledCard = (title, content, beside) => html`<section class="card"><div class="section-head"><h2>${title}</h2>${beside ?? nothing}</div>${content}</section>`;

export const actions = (kind, items, name = (row) => row.name) => ({
	label: 'Actions', hideLabel: true, cls: 'actions',
	cell: (row) => menu(`${kind}-${row.id}`, `Actions for ${name(row)}`, items(row) || [], { ghost: true }),
});

export const nameColumn = (show = (row) => row.name) => ({ label: 'Name', bare: true, cell: (row) => html`<b>${show(row)}</b>` });

export const deletion = (to, name, text, action = 'Delete') => confirm(`${action} “${name}”?`, {
	action, danger: true, body: html`<p>${text}</p>`, run: () => api.remove(to), said: `“${name}” ${action.toLowerCase()}${action.endsWith('e') ? '' : 'e'}d`,
});

/** A page that is one list. @param {string} title @param {string} hint @param {unknown} actions @param {{ view: () => unknown }} list @returns {Page} */
export const listPage = (title, hint, actions, list) => ({ title, view: () => html`${head(title, { hint, actions })}${card(list.view())}` });
