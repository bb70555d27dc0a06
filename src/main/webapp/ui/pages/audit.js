import { button, choices, col, count, exact, facts, hint, html, listing, listPage, openText, pre, time, words } from '../kit.js';

/** What the names of acts begin with. */
const FAMILIES = ('administrator api-key audit device job legal-hold mail mail-settings mail-template mapping profile schema snapshot storage-region '
	+ 'suggestion tenant token user').split(' ').map((name) => name + '.');

/** @type {MakePage} */
export function audit(ctx) {
	const list = listing(ctx, ctx.base + '/audit-events', {
		label: 'Audit events, newest first', what: 'event',
		names: ['actor', 'action', 'from', 'to'],
		bar: (filter) => html`${filter.text('actor', 'Administrator', { cls: 'grow', hint: 'The whole name' })}
			${filter.choice('action', 'Action', choices(FAMILIES))}${filter.days()}`,
		none: { title: 'Nothing has been done yet', text: 'Each change by an administrator appears here.' },
		columns: [
			col('When', (event) => time(event.at), 'keep'),
			col('Administrator', (event) => html`<b>${event.actor}</b>`, 'bare'),
			col('Action', (event) => html`<span title=${event.action}>${words(event.action)}</span>`, 'bare'),
			col('What', (event) => hint(event.after?.name ?? event.before?.name), 'bare'),
			col('Number', (event) => count(event.seq), 'end'),
			col('Details', (event) => button('Details', () => details(event), 'small', `Details of ${words(event.action)}`), 'mute actions'),
		],
	});
	return listPage('Audit trail', 'What administrators did. Each entry is chained to the one before, so that none can be changed unseen.', list.csv('audit-trail'), list);
}

const details = (event) => openText(words(event.action), html`
	${facts('When', exact(event.at), 'Administrator', event.actor, 'Id', event.target && html`<code>${event.target}</code>`)}
	<div class="compare">${['Before', 'After'].map((name) => html`<div class="stack tight"><h3>${name}</h3>
		${pre(name, shown(event[name.toLowerCase()]))}</div>`)}</div>`);

const shown = (value) => (value && Object.keys(value).length ? value : 'Nothing');
