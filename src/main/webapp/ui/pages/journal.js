import { breakable, button, choices, col, exact, facts, hint, html, isolated, listing, listPage, openText, outcomeBadge, pre, time, words } from '../kit.js';
import { fix, reasonText } from './reasons.js';

const OUTCOMES = ['ACCEPTED', 'NO_CHANGE', 'REFUSED', 'CONFLICT'];
const KINDS = ['USER_CREATED', 'USER_REPLACED', 'USER_PATCHED', 'USER_DELETED', 'USER_RESTORED', 'USER_PRESERVED', 'USER_ADOPTED', 'USER_MOVED',
	'USER_PURGED', 'USER_ACTIVATED', 'MOVE_SUGGESTED', 'POSSIBLE_RETURN', 'GROUP_CREATED', 'GROUP_REPLACED', 'GROUP_PATCHED', 'GROUP_DELETED', 'MEMBERS_CHANGED', 'BULK'];

/** @type {MakePage} */
export function journal(ctx) {
	const list = listing(ctx, ctx.base + '/provisioning-events', {
		label: 'Provisioning events, newest first', what: 'event', columns: columns(ctx),
		names: ['text', 'outcome', 'kind', 'from', 'to', 'user'],
		bar: (filter) => html`
			${filter.text('text', 'Search', { cls: 'grow', hint: 'A whole user name, or a word of the reason or the mapping' })}
			${filter.choice('outcome', 'Outcome', choices(OUTCOMES))}
			${filter.choice('kind', 'Kind', choices(KINDS))}${filter.days()}`,
		none: { title: 'Nothing has happened yet', text: 'Events appear here as soon as the IdP calls.', action: html`<a class="button" href=${ctx.link('connect/okta')}>Connect an IdP</a>` },
	});
	return listPage('Provisioning log', 'What the identity provider asked, and what became of it. Names are masked.', list.csv('provisioning-log'), list);
}

export const columns = (ctx, why = reason) => [
	col('When', (event) => time(event.at), 'keep'),
	col('What', (event) => html`<b>${kindText(event)}</b>`, 'bare keep'),
	col('Outcome', (event) => outcomeBadge(event.outcome), 'bare'),
	col('Who', (event) => subject(ctx, event)),
	col('Why', (event) => hint(why(event)), 'bare wide'),
	col('Details', (event) => button('Details', () => details(ctx, event), 'small', `Details of ${kindText(event)}`), 'mute actions'),
];

/** "User created", or "User not created" where not. */
export const kindText = ({ kind, outcome }) => words(kind).replace('patched', 'changed').replace(/ (?=\w+d$)/, /REFUSED|MOVED CONFLICT/.test(`${kind} ${outcome}`) ? ' not ' : ' ');

function subject(ctx, event) {
	const name = event.detail?.resource ?? event.subject;
	const kind = /^GROUP|^MEMBERS/.test(event.kind) ? 'groups' : 'users';
	if (!name) return '';
	const text = breakable(name);
	return event.subject && !/GROUP_DELETED|PURGED/.test(event.kind) ? html`<a href=${ctx.link(`${kind}/${event.subject}`)}>${text}</a>` : text;
}

export function reason(event) {
	const detail = event.detail ?? {};
	if (detail.reason) return detail.reason;
	if (detail.code) return words(reasonText(detail.code));
	if (detail.mapping) return `Mapping ${isolated(detail.mapping)}`;
	if (detail.leniencies?.length) return `Read leniently: ${detail.leniencies.map((one) => words(one.leniency ?? one)).join(', ')}`;
	return '';
}

const details = (ctx, event) => openText(kindText(event), html`
	${facts('When', exact(event.at), 'Outcome', outcomeBadge(event.outcome), 'Id', event.subject && html`<code>${event.subject}</code>`,
		'Why', reason(event), 'What to do', event.detail?.code && fix(ctx, event.detail.code))}
	${pre('Everything that was recorded', event.detail)}`);
