// @ts-check
import { api, count, head, html, pagedTable, pages, path, plural, remote, time } from '../kit.js';
import { filterBar, filters } from '../components/filters.js';

/** @type {import('../routes.js').MakePage} */
export function groups(ctx) {
	const filter = filters(ctx.query, ['query'], () => list.reload());
	const list = pages(ctx.update, (cursor) => api.get(path`/tenants/${ctx.tenant}/groups`, { query: filter.values.query, limit: 50, cursor }));
	return {
		title: 'Groups',
		view: () => html`
			${head('Groups', { hint: 'Groups that the identity provider pushed. They are read here; the identity provider changes them.' })}
			<section class="card">
				${filterBar(filter, filter.text('query', 'Search', { cls: 'grow', hint: 'The beginning of a group’s name' }))}
				${pagedTable(list, {
					label: 'Groups', what: 'group', key: (group) => group.id,
					none: filter.any() ? { title: 'No group fits', text: 'Search looks at the beginning of names.' }
						: { title: 'No group yet', text: 'Groups appear here when the identity provider pushes them.' },
					columns: [
						{ label: 'Name', bare: true, cell: (group) => html`<a class="strong" href=${ctx.link(`groups/${group.id}`)}>${group.displayName}</a>` },
						{ label: 'Members', end: true, cell: (group) => count(group.memberCount) },
						{ label: 'Changed', cell: (group) => time(group.modifiedAt) },
					],
				})}</section>`,
	};
}

/** @type {import('../routes.js').MakePage} */
export function group(ctx) {
	const to = path`/tenants/${ctx.tenant}/groups/${ctx.params.id}`;
	const one = remote(ctx.update, () => api.get(to));
	const members = pages(ctx.update, (cursor) => api.get(to + '/members', { limit: 100, cursor }));
	return {
		title: 'Group',
		view: () => one.show((known) => html`
			${head(known.displayName, { crumb: { href: ctx.link('groups'), label: 'Groups' }, hint: html`${plural(known.memberCount, 'member')}, changed ${time(known.modifiedAt)}` })}
			<section class="card"><div class="section-head"><h2>Members</h2></div>
				${pagedTable(members, {
					label: 'Members', what: 'member', key: (member) => member.id,
					none: { title: 'No member', text: 'The group is empty.' },
					columns: [
						{ label: 'Name', bare: true, cell: (member) => html`<a class="strong" href=${ctx.link(`${member.group ? 'groups' : 'users'}/${member.id}`)}>${member.display || member.id}</a>` },
						{ label: 'Kind', cell: (member) => (member.group ? 'Group' : 'User') },
					],
				})}</section>`),
	};
}
