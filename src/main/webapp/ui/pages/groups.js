import { api, col, count, head, html, linkColumn, listing, listPage, path, plural, time, titledCard } from '../kit.js';

/** @type {MakePage} */
export function groups(ctx) {
	const list = listing(ctx, ctx.base + '/groups', {
		label: 'Groups', what: 'group', names: ['query'],
		bar: (filter) => filter.text('query', 'Search', { cls: 'grow', hint: 'The beginning of a group’s name' }),
		none: { title: 'No group yet', text: 'Groups appear here when the IdP pushes them.' },
		columns: [
			linkColumn('Name', (group) => ctx.link(`groups/${group.id}`), (group) => group.displayName),
			col('Members', (group) => count(group.memberCount), 'end'),
			col('Changed', (group) => time(group.modifiedAt)),
		],
	});
	return listPage('Groups', 'Pushed by the identity provider, which alone changes them.', '', list);
}

/** @type {MakePage} */
export function group(ctx) {
	const to = ctx.base + path`/groups/${ctx.params.id}`;
	const one = ctx.load(() => api.get(to));
	const members = listing(ctx, to + '/members', {
		label: 'Members', what: 'member',
		none: { title: 'No member', text: 'The group is empty.' },
		columns: [
			linkColumn('Name', (member) => ctx.link(`${member.group ? 'groups' : 'users'}/${member.id}`), (member) => member.display || member.id),
			col('Kind', (member) => (member.group ? 'Group' : 'User')),
		],
	});
	return {
		title: 'Group',
		view: () => one.show((known) => html`
			${head(known.displayName, { crumb: { href: ctx.link('groups'), label: 'Groups' }, hint: html`${plural(known.memberCount, 'member')}, changed ${time(known.modifiedAt)}` })}
			${titledCard('Members', members.view())}`, { title: 'Group' }),
	};
}
