// @ts-check
import {
	all, api, badge, checkField, confirm, empty, head, html, menu, nothing, openForm, openSecret, path, remote,
	selectField, table, textField, time, toast, words,
} from '../kit.js';
import { may, session } from '../session.js';

const ROLES = [
	{ value: 'CLOUD_ADMINISTRATOR', label: 'Cloud administrator', hint: 'Everything in this account' },
	{ value: 'ADMINISTRATOR', label: 'Administrator', hint: 'Mappings, users and reports; not user management, tokens or data lock' },
	{ value: 'AUDITOR', label: 'Auditor', hint: 'Reads only' },
];
const LEAST = 12;

/** @type {import('../routes.js').MakePage} */
export function administrators(ctx) {
	const base = path`/tenants/${ctx.tenant}/administrators`;
	const keysBase = path`/tenants/${ctx.tenant}/api-keys`;
	const people = remote(ctx.update, () => all(base));
	const keys = remote(ctx.update, () => all(keysBase));
	const create = async () => (await form(base)) && people.load();
	const edit = async (one) => (await form(base, one)) && people.load();
	const remove = async (one) => (await removal(base, one)) && people.load();
	const makeKey = async () => {
		const key = await keyForm(keysBase);
		if (key?.secret) await openSecret({ what: 'API key', secret: key.secret });
		keys.load();
	};
	const endKey = async (key) => (await keyRemoval(keysBase, key)) && keys.load();
	return {
		title: 'Administrators',
		view: () => html`
			${head('Administrators', { hint: 'People who sign in here, and keys for scripts.', actions: may.choose()
				? html`<button class="primary" @click=${create}>New Administrator</button>` : undefined })}
			<section class="card"><div class="section-head"><h2>People</h2></div>${people.show((list) => list.length
				? table('Administrators', columns(edit, remove), list, (one) => one.id)
				: empty('Nobody in this account yet', 'Platform administrators work in every account and are not listed here.'))}</section>
			<section class="card"><div class="section-head"><h2>API keys</h2>${may.choose() ? html`<button @click=${makeKey}>New API Key</button>` : nothing}</div>
				${keys.show((list) => list.length ? table('API keys', keyColumns(endKey), list, (one) => one.id)
					: empty('No API key', 'Scripts and the product behind Usher sign in with a key of their own.'))}</section>`,
	};
}

/** @param {(one: any) => void} edit @param {(one: any) => void} remove @returns {import('../components/table.js').Column<any>[]} */
const columns = (edit, remove) => [
	{ label: 'Name', bare: true, cell: (one) => html`<strong>${one.name}</strong>${one.name === session.name ? html` <span class="hint">(you)</span>` : nothing}` },
	{ label: 'Role', keep: true, cell: (one) => words(one.role) },
	{ label: 'E-mail', cell: (one) => one.email ?? '–' },
	{ label: 'State', bare: true, cell: (one) => (one.disabled ? badge('Disabled', 'warning') : badge('Active', 'good')) },
	{ label: 'Last sign-in', keep: true, cell: (one) => time(one.lastSignInAt) },
	{ label: 'Actions', hideLabel: true, cls: 'actions', cell: (one) => menu('administrator-' + one.id, `Actions for ${one.name}`, [
		may.choose() && { label: 'Edit', run: () => edit(one) },
		may.choose() && one.name !== session.name && { label: 'Delete', danger: true, run: () => remove(one) },
	], { ghost: true }) },
];

/** @param {(one: any) => void} end @returns {import('../components/table.js').Column<any>[]} */
const keyColumns = (end) => [
	{ label: 'Name', bare: true, cell: (key) => html`<strong>${key.name}</strong>` },
	{ label: 'Role', keep: true, cell: (key) => words(key.role) },
	{ label: 'Begins with', cell: (key) => html`<code>${key.hint}…</code>` },
	{ label: 'State', bare: true, cell: (key) => (key.live ? badge('Active', 'good') : badge('Ended', 'plain-chip')) },
	{ label: 'Made', cell: (key) => time(key.createdAt) },
	{ label: 'Last used', cell: (key) => time(key.lastUsedAt) },
	{ label: 'Actions', hideLabel: true, cls: 'actions', cell: (key) => menu('key-' + key.id, `Actions for ${key.name}`, [
		may.choose() && key.live && { label: 'End', danger: true, run: () => end(key) },
	], { ghost: true }) },
];

async function form(base, one) {
	const read = one ? await api.read(`${base}/${one.id}`) : undefined;
	const known = read ? { ...read.body, role: read.body.role.toUpperCase() } : { name: '', email: '', role: 'ADMINISTRATOR', disabled: false };
	return openForm(one ? `Edit ${one.name}` : 'New Administrator', () => ({
		action: one ? 'Save' : 'Create',
		body: () => html`
			${textField('name', 'Name', { required: true, autofocus: true, max: 100, value: known.name, disabled: Boolean(one), hint: 'The name to sign in with.' })}
			${textField('email', 'E-mail', { type: 'email', max: 254, value: known.email ?? '' })}
			${selectField('role', 'Role', ROLES, { value: known.role, hint: html`${ROLES.map((role) => html`<div>${role.label}: ${role.hint.toLowerCase()}.</div>`)}` })}
			${textField('password', one ? 'New password' : 'Password', { type: 'password', required: !one, autocomplete: 'new-password', pattern: `.{${LEAST},}`,
				title: `At least ${LEAST} characters`, hint: one ? 'Empty: stays as it is.' : `At least ${LEAST} characters.` })}
			${one && one.name !== session.name ? checkField('disabled', 'Disabled', { checked: known.disabled, hint: 'Cannot sign in; sessions end at once.' }) : nothing}`,
		run: async (data) => {
			const password = data.get('password');
			const body = { email: String(data.get('email') ?? ''), role: data.get('role'), ...(password ? { password } : {}) };
			const saved = read
				? await api.patch(`${base}/${one.id}`, { ...body, disabled: data.get('disabled') === 'on' }, read.etag)
				: await api.post(base, { ...body, name: data.get('name') });
			toast(read ? 'Administrator saved' : 'Administrator created');
			return saved;
		},
	}));
}

const removal = (base, one) => confirm(`Delete ${one.name}?`, {
	action: 'Delete', danger: true,
	body: html`<p>${one.name} can no longer sign in. What they did stays in the audit trail.</p>`,
	run: () => api.remove(`${base}/${one.id}`).then(() => toast('Administrator deleted')),
});

const keyForm = (base) => openForm('New API Key', () => ({
	action: 'Create',
	body: () => html`
		${textField('name', 'Name', { required: true, autofocus: true, max: 100, hint: 'What will use it.' })}
		${selectField('role', 'Role', [...ROLES, { value: 'SERVICE', label: 'Service: inventory, activations, change feed' }], { value: 'SERVICE' })}`,
	run: (data) => api.post(base, { name: data.get('name'), role: String(data.get('role')).toLowerCase() }),
}));

const keyRemoval = (base, key) => confirm(`End “${key.name}”?`, {
	action: 'End', danger: true,
	body: html`<p>What uses this key is refused from the next request on.</p>`,
	run: () => api.remove(`${base}/${key.id}`).then(() => toast('API key ended')),
});
