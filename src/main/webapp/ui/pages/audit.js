import { count, exact, html, listing, listPage, openDialog, time, words } from '../kit.js';

/** @type {MakePage} */
export function audit(ctx) {
	const list = listing(ctx, ctx.base + '/audit-events', {
		label: 'Audit events, newest first', what: 'event',
		names: ['actor', 'action', 'from', 'to'],
		query: (filter) => ({ ...filter.values, from: filter.instant('from'), to: filter.instant('to', true) }),
		bar: (filter) => html`${filter.text('actor', 'Administrator', { cls: 'grow' })}${filter.text('action', 'Action')}${filter.days()}`,
		none: { title: 'Nothing has been done yet', text: 'Each change by an administrator appears here.' },
		columns: [
			{ label: 'When', keep: true, cell: (event) => time(event.at) },
			{ label: 'Administrator', bare: true, cell: (event) => html`<b>${event.actor}</b>` },
			{ label: 'Action', bare: true, cell: (event) => html`<span title=${event.action}>${words(event.action)}</span>` },
			{ label: 'What', bare: true, cell: (event) => html`<span class="hint">${event.after?.name ?? event.before?.name ?? ''}</span>` },
			{ label: 'Number', end: true, cell: (event) => count(event.seq) },
			{ label: 'Details', hideLabel: true, cls: 'actions', cell: (event) => html`<button class="small"
				aria-label="Details of ${words(event.action)}" @click=${() => details(event)}>Details</button>` },
		],
	});
	return listPage('Audit trail', 'What administrators did. Each entry is chained to the one before it, so that none can be changed unseen.', list.csv('audit-trail'), list);
}

const details = (event) => openDialog(words(event.action), (close) => () => html`<div class="content">
	<div class="body">
		<dl class="facts"><dt>When</dt><dd>${exact(event.at)}</dd><dt>Administrator</dt><dd>${event.actor}</dd>
			${event.target ? html`<dt>Id</dt><dd><code>${event.target}</code></dd>` : ''}</dl>
		<div class="compare">${['Before', 'After'].map((name) => html`<div class="stack tight"><h3>${name}</h3>
			<pre tabindex="0" aria-label=${name}>${shown(event[name.toLowerCase()])}</pre></div>`)}</div>
	</div>
	<footer><button class="primary" @click=${() => close()}>Close</button></footer>
</div>`, { wide: true });

const shown = (value) => (value && Object.keys(value).length ? JSON.stringify(value, null, 2) : 'Nothing');
