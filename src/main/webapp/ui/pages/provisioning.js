// @ts-check
import {
	all, api, bytes, count, criteriaCode, empty, head, html, menu, note, nothing, path, profileName, remote, table,
} from '../kit.js';
import { activityChart } from '../components/chart.js';
import { may } from '../session.js';
import { openEnded, shadowing } from './criteria.js';
import { deleteMapping, editMapping } from './mapping-actions.js';
import { newMapping } from './mapping-wizard.js';
import { previewUser } from './preview.js';
import { priorityOrder } from './priority-order.js';
import { liveTokens, summary } from './provisioning-summary.js';
import { newToken } from './token-dialog.js';
import { changeManagement, choice } from './user-management.js';

/** @type {import('../routes.js').MakePage} */
export function provisioning(ctx) {
	const base = path`/tenants/${ctx.tenant}`;
	const settings = remote(ctx.update, () => api.get(base));
	const tokens = remote(ctx.update, () => all(base + '/tokens', 200));
	const mappings = remote(ctx.update, () => all(base + '/mappings'));
	const activity = remote(ctx.update, () => api.get(base + '/activity', { days: 30 }));

	const generate = async () => {
		await newToken(ctx.tenant, liveTokens(tokens.value ?? []));
		tokens.load();
	};
	const afterChoice = async (type) => {
		if (!type) return;
		await Promise.all([settings.load(), tokens.load()]);
		if (type === 'SCIM' && !liveTokens(tokens.value ?? []).length) await generate();
	};
	const change = async (type) => afterChoice(await changeManagement(ctx.tenant, type));
	const create = async (/** @type {any} */ from = undefined) => {
		if (await newMapping(ctx.tenant, from)) mappings.load();
	};

	const pageMenu = (tenant) => menu('page-actions', 'More about user provisioning', [
		may.choose() && tenant.userManagement === 'SCIM' && { label: 'New Token', run: generate },
		{ label: 'Connect Okta', href: ctx.link('connect/okta') },
		{ label: 'Connect Microsoft Entra ID', href: ctx.link('connect/entra') },
		{ label: 'Connect another IdP', href: ctx.link('connect/other') },
		{ label: 'Provisioning log', href: ctx.link('journal') },
		may.choose() && tenant.userManagement === 'SCIM' && { label: 'Stop using SCIM', danger: true, run: () => change('MANUAL') },
	]);

	const mappingMenu = () => menu('mapping-actions', 'More about mappings', [
		may.write() && (mappings.value?.length ?? 0) > 1 && {
			label: 'Set Mapping Priority Order', run: async () => (await priorityOrder(ctx.tenant)) && mappings.load(),
		},
		{ label: 'Try a user', run: () => previewUser(ctx.tenant) },
	]);

	const mappingCard = () => html`<section class="card" aria-labelledby="mappings-head">
		<div class="section-head"><div><h2 id="mappings-head">SCIM mappings</h2>
				<p class="hint">The first mapping that matches a user wins. Values compare in the same case.</p></div>
			<div class="row">${may.write() ? html`<button class="primary" type="button" @click=${() => create()}>New Mapping</button>` : nothing}
				${mappingMenu()}</div></div>
		${mappings.show((list) => list.length
			? html`${openEnded(list) ? html`<div class="pad">${note('warning', html`<p>Users whom no mapping matches are refused. A last mapping for
					<strong>All Users</strong> gives them a default.</p>`)}</div>` : nothing}
				${mappingTable(list, { edit, remove, create })}`
			: empty('No mapping yet', 'A mapping says which users get which profile, storage and quota. Until there is one, every user that the IdP sends is refused.',
				may.write() ? html`<button class="primary" @click=${() => create()}>New Mapping</button>` : undefined))}
	</section>`;
	const edit = async (mapping) => (await editMapping(ctx.tenant, mapping)) && mappings.load();
	const remove = async (mapping) => (await deleteMapping(ctx.tenant, mapping)) && mappings.load();

	const chosen = (tenant) => html`
		${summary(ctx, { tenant, tokens, activity, generate })}
		${mappingCard()}
		<section class="card pad">${activity.show((numbers) => activityChart('Last 30 days', numbers.days))}</section>`;

	return {
		title: 'User Provisioning',
		view: () => html`
			${head('User Provisioning', { actions: settings.value ? pageMenu(settings.value) : nothing })}
			${settings.error ? html`<section class="card">${settings.show(() => nothing)}</section>` : settings.show((tenant) =>
				tenant.userManagement === 'SCIM' ? chosen(tenant) : choice(tenant, change, ctx), { quiet: true })}`,

	};
}

/**
 * @param {any[]} list
 * @param {{ edit: (mapping: any) => void, remove: (mapping: any) => void, create: (from: any) => void }} acts
 */
const mappingTable = (list, { edit, remove, create }) => table('SCIM mappings, highest priority first', [
	{ label: 'Priority', cls: 'lead', cell: (_, index) => html`<span class="rank">${index + 1}</span>` },
	{ label: 'Name', bare: true, cell: (mapping, index) => html`<strong>${mapping.name}</strong>${shadowHint(list, index)}` },
	{ label: 'Criteria', bare: true, cell: (mapping) => criteriaCode(mapping.criteria) },
	{ label: 'Profile', keep: true, cell: (mapping) => profileName(mapping.assignment) },
	{ label: 'Storage', keep: true, cell: (mapping) => mapping.assignment.storageRegionName },
	{ label: 'Quota', end: true, cell: (mapping) => quotaText(mapping.assignment) },
	{ label: 'Users', end: true, cell: (mapping) => count(mapping.users) },
	{ label: 'Actions', hideLabel: true, cls: 'actions', cell: (mapping) => menu('mapping-' + mapping.id, `Actions for ${mapping.name}`, [
		may.write() && { label: 'Edit', run: () => edit(mapping) },
		may.write() && { label: 'Duplicate and edit', run: () => create(mapping) },
		may.write() && { label: 'Delete', danger: true, run: () => remove(mapping) },
	], { ghost: true }) },
], list, (mapping) => mapping.id);

function shadowHint(list, index) {
	const earlier = shadowing(list, index);
	return earlier ? html`<div class="hint">Never reached: ${earlier}</div>` : nothing;
}

export const quotaText = (assignment) =>
	assignment.quotaBytes === null || assignment.quotaBytes === undefined
		? html`<span class="muted">From profile</span>`
		: bytes(assignment.quotaBytes);
