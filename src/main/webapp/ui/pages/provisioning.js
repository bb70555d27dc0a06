import {
	actions, all, api, breakable, button, bytes, col, count, criteriaCode, empty, head, html, may, menu, muted, note, profileName,
	table, titledCard, words,
} from '../kit.js';
import { activityChart } from '../components/chart.js';
import { IDPS } from './connect-guides.js';
import { applyOrder } from './jobs.js';
import { deleteMapping, editMapping, newMapping } from './mapping-actions.js';
import { previewUser } from './preview.js';
import { priorityOrder } from './priority-order.js';
import { liveTokens, summary } from './provisioning-summary.js';
import { newToken } from './token-dialog.js';
import { changeManagement, choice } from './user-management.js';

/** @type {MakePage} */
export function provisioning(ctx) {
	const { base } = ctx;
	const settings = ctx.load(() => api.get(base));
	const tokens = ctx.load(() => all(base + '/tokens', 200));
	let warnings = [];
	const mappings = ctx.load(() => all(base + '/mappings', 1000, (page) => (warnings = page.warnings)));
	const activity = ctx.load(() => api.get(base + '/activity', { days: 30 }));

	const generate = () => newToken(ctx, tokens);
	const change = async (type) => {
		if (!(await changeManagement(ctx.tenant, type))) return;
		await Promise.all([settings.load(), tokens.load()]);
		if (type === 'SCIM' && !liveTokens(tokens.value ?? []).length) await generate();
	};
	const create = async (/** @type {any} */ from = undefined) => (await newMapping(ctx.tenant, from)) && mappings.load();

	const pageMenu = (tenant) => menu('page-actions', 'More about user provisioning', [
		may.choose() && tenant.userManagement === 'SCIM' && { label: 'New Token', run: generate },
		...Object.entries(IDPS).map(([key, name]) => ({ label: `Connect ${name}`, href: ctx.link(`connect/${key}`) })),
		{ label: 'Provisioning log', href: ctx.link('journal') },
		may.choose() && tenant.userManagement === 'SCIM' && { label: 'Stop using SCIM', danger: true, run: () => change('MANUAL') },
	]);

	const mappingMenu = () => menu('mapping-actions', 'More about mappings', [
		may.write() && (mappings.value?.length ?? 0) > 1 && {
			label: 'Set Mapping Priority Order', run: async () => {
				await priorityOrder(ctx.tenant);
				mappings.load();
			},
		},
		{ label: 'Try a user', run: () => previewUser(ctx.tenant) },
		may.write() && { label: 'Apply the order to existing users', run: () => applyOrder(ctx) },
	]);

	const make = may.write() ? button('New Mapping', () => create(), 'primary') : '';
	const mappingCard = () => titledCard('SCIM mappings', mappings.show((list) => list.length
			? html`${warnings.filter((one) => !one.mappingId).map((one) => html`<div class="pad">${note('warning', html`<p>${one.text}
					${may.write() ? button('Add a mapping for All Users', () => create({ name: 'Default', criteria: { type: 'ALL_USERS' }, assignment: {} }), 'link') : ''}</p>`)}</div>`)}
				${mappingTable(list, warnings, { edit, remove, create, apply: (mapping) => applyOrder(ctx, mapping.id) })}`
			: empty('No mapping yet', 'A mapping says which users get which profile, storage and quota. Until there is one, every user that the IdP sends is refused.', make)),
		html`<div class="row">${make}${mappingMenu()}</div>`, 'The first mapping that matches a user wins. Values compare in the same case.');
	const edit = async (mapping) => (await editMapping(ctx.tenant, mapping)) && mappings.load();
	const remove = async (mapping) => (await deleteMapping(ctx.tenant, mapping)) && mappings.load();

	const chosen = (tenant) => html`
		${summary(ctx, { tenant, tokens, activity, generate })}
		${mappingCard()}
		<section class="card pad">${activity.show((numbers) => activityChart('Last 30 days', numbers.days))}</section>`;

	return {
		title: 'User Provisioning',
		view: () => html`
			${head('User Provisioning', { actions: settings.value ? pageMenu(settings.value) : '' })}
			${settings.show((tenant) => tenant.userManagement === 'SCIM' ? chosen(tenant) : html`${choice(tenant, change, ctx)}${mappingCard()}`)}`,
	};
}

const mappingTable = (list, warnings, { edit, remove, create, apply }) => table('SCIM mappings, highest priority first', [
	col('Priority', (_, index) => html`<span class="rank">${index + 1}</span>`, 'lead'),
	col('Name', (mapping) => html`<b>${breakable(mapping.name)}</b>
		${warnings.filter((one) => one.mappingId === mapping.id).map((one) => html`<div class="hint warned">${words(one.text.replace(`'${mapping.name}' `, ''), true)}</div>`)}`, 'bare'),
	col('Criteria', (mapping) => criteriaCode(mapping.criteria), 'bare'),
	col('Profile', (mapping) => profileName(mapping.assignment)),
	col('Storage', (mapping) => mapping.assignment.storageRegionName),
	col('Quota', (mapping) => quotaText(mapping.assignment), 'end'),
	col('Users', (mapping) => count(mapping.users), 'end'),
	actions('mapping', (mapping) => may.write() && [
		{ label: 'Edit', run: () => edit(mapping) },
		{ label: 'Duplicate and edit', run: () => create({ ...mapping, name: `${mapping.name} (copy)` }) },
		{ label: 'Apply to existing users', run: () => apply(mapping) },
		{ label: 'Delete', danger: true, run: () => remove(mapping) },
	]),
], list);

const quotaText = ({ quotaBytes }) => quotaBytes ? bytes(quotaBytes) : muted('From profile');
