import { api, count, head, html, listing, listPage, path, plural, time, titledCard } from '../kit.js';

/** @type {MakePage} */
export function groups(ctx) {
	const list = listing(ctx, ctx.base + '/groups', {
		label: 'Groups', what: 'group', names: ['query'],
		bar: (filter) => filter.text('query', 'Search', { cls: 'grow', hint: 'The beginning of a group’s name' }),
		none: { title: 'No group yet', text: 'Groups appear here when the identity provider pushes them.' },
		columns: [
			{ label: 'Name', bare: true, cell: (group) => html`<a class="strong" href=${ctx.link(`groups/${group.id}`)}>${group.displayName}</a>` },
			{ label: 'Members', end: true, cell: (group) => count(group.memberCount) },
			{ label: 'Changed', cell: (group) => time(group.modifiedAt) },
		],
	});
	return listPage('Groups', 'Groups that the identity provider pushed. They are read here; the identity provider changes them.', '', list);
}

/** @type {MakePage} */
export function group(ctx) {
	const to = ctx.base + path`/groups/${ctx.params.id}`;
	const one = ctx.load(() => api.get(to));
	const members = listing(ctx, to + '/members', {
		label: 'Members', what: 'member',
		none: { title: 'No member', text: 'The group is empty.' },
		columns: [
			{ label: 'Name', bare: true, cell: (member) => html`<a class="strong" href=${ctx.link(`${member.group ? 'groups' : 'users'}/${member.id}`)}>${member.display || member.id}</a>` },
			{ label: 'Kind', cell: (member) => (member.group ? 'Group' : 'User') },
		],
	});
	return {
		title: 'Group',
		view: () => one.show((known) => html`
			${head(known.displayName, { crumb: { href: ctx.link('groups'), label: 'Groups' }, hint: html`${plural(known.memberCount, 'member')}, changed ${time(known.modifiedAt)}` })}
			${titledCard('Members', members.view())}`),
	};
}
