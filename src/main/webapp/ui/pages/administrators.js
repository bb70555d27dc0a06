import {
	actions, all, api, badge, breakable, button, checkField, col, count, deletion, empty, head, hint, html, isolated, muted, nameColumn,
	nameField, newPassword, opened, openForm, openSecret, selectField, session, table, textField, time, titledCard, words,
} from '../kit.js';

const ROLES = [
	{ value: 'CLOUD_ADMINISTRATOR', label: 'Cloud administrator', hint: 'Everything in this account' },
	{ value: 'ADMINISTRATOR', label: 'Administrator', hint: 'Mappings, users and reports; not user management, tokens or data lock' },
	{ value: 'AUDITOR', label: 'Auditor', hint: 'Reads only' },
];

/** @type {MakePage} */
export function administrators(ctx) {
	const people = peopleOf(ctx, ctx.base + '/administrators', ROLES);
	const keysBase = ctx.base + '/api-keys';
	const keys = ctx.load(() => all(keysBase));
	const makeKey = async () => {
		const key = await keyForm(keysBase);
		if (key?.secret) await openSecret({ what: 'API key', secret: key.secret });
		keys.load();
	};
	const endKey = async (key) => (await deletion(`${keysBase}/${key.id}`, key.name, 'What uses this key is refused from the next request on.', 'End')) && keys.load();
	return {
		title: 'Administrators',
		view: () => html`
			${head('Administrators', { hint: 'People who sign in here, and keys for scripts.', actions: people.button })}
			${titledCard('People', people.view('Nobody in this account yet', 'Platform administrators work in every account and are not listed here.'))}
			${titledCard('API keys', keys.show((list) => list.length ? table('API keys', keyColumns(endKey), list)
				: empty('No API key', 'Scripts and the product behind Usher sign in with a key of their own.')), button('New API Key', makeKey))}`,
	};
}

/** Those of the platform, whom only they see. @type {MakePage} */
export function platform(ctx) {
	const people = peopleOf(ctx, '/administrators', []);
	const settings = ctx.load(() => all('/settings'));
	return {
		title: 'Platform',
		view: () => html`${head('Platform', { hint: 'What holds for every tenant.', actions: people.button })}
			${titledCard('Platform administrators', people.view('Nobody', 'There is always one.'))}
			${titledCard('Settings of this node', settings.show((list) => table('Settings', [
				col('Setting', (one) => html`<code>${breakable(one.variable)}</code>`, 'bare'),
				col('Value', (one) => (one.value ? html`<b>${grouped(one)}</b>` : muted('Not set')), 'end'),
				col('What it does', (one) => hint(one.purpose.replaceAll('`', '')), 'bare wide'),
			], list)))}`,
	};
}

const grouped = ({ variable, value }) => (/^\d+$/.test(value) && !/PORT/.test(variable) ? count(Number(value)) : breakable(value));

function peopleOf(ctx, base, roles) {
	const people = ctx.load(() => all(base));
	const act = (make) => async (one = undefined) => (await make(one)) && people.load();
	const edit = act((one) => form(base, roles, one));
	const remove = act((one) => deletion(`${base}/${one.id}`, one.name, `${isolated(one.name)} can no longer sign in. What they did stays in the audit trail.`));
	return {
		button: button('New Administrator', () => edit(), 'primary'),
		view: (title, text) => people.show((list) => list.length ? table('Administrators', columns(edit, remove), list) : empty(title, text)),
	};
}

const columns = (edit, remove) => [
	nameColumn((one) => html`${one.name}${one.name === session.name ? html` <span class="hint">(you)</span>` : ''}`),
	col('Role', (one) => words(one.role), 'keep'),
	col('E-mail', (one) => breakable(one.email ?? '–')),
	col('State', (one) => (one.disabled ? badge('Disabled', 'warning', 'Cannot sign in') : badge('Active', 'good')), 'bare'),
	col('Last sign-in', (one) => time(one.lastSignInAt), 'keep'),
	actions('administrator', (one) => [
		{ label: 'Edit', run: () => edit(one) },
		one.name !== session.name && { label: 'Delete', danger: true, run: () => remove(one) },
	]),
];

const keyColumns = (end) => [
	nameColumn(),
	col('Role', (key) => words(key.role), 'keep'),
	col('Begins with', (key) => html`<code>${key.hint}…</code>`),
	col('State', (key) => (key.live ? badge('Active', 'good') : badge('Ended', 'plain-chip')), 'bare'),
	col('Made', (key) => time(key.createdAt)),
	col('Last used', (key) => time(key.lastUsedAt)),
	actions('key', (key) => key.live && [{ label: 'End', danger: true, run: () => end(key) }]),
];

async function form(base, roles, one) {
	const { known = { role: 'administrator' }, save } = await opened(base, one);
	const oneself = one?.name === session.name;
	return openForm(one ? `Edit ${isolated(one.name)}` : 'New Administrator', () => ({
		action: one ? 'Save' : 'Create',
		said: `Administrator ${one ? 'saved' : 'created'}`,
		body: () => html`
			${nameField({ value: known.name, disabled: Boolean(one), hint: 'The name to sign in with.' })}
			${textField('email', 'E-mail', { type: 'email', max: 254, value: known.email ?? '', hint: 'For notices and for sign-in by an OpenID provider.' })}
			${roles.length ? selectField('role', 'Role', roles, { value: known.role.toUpperCase(), hint: roles.map((role) => html`<div>${role.label}: ${role.hint.toLowerCase()}.</div>`) }) : ''}
			${oneself ? '' : newPassword(one ? 'New password' : 'Password', { required: !one, hint: one ? 'Empty: stays as it is.' : '' })}
			${one && !oneself ? checkField('disabled', 'Disabled', { checked: known.disabled, hint: 'Cannot sign in; sessions end at once.' }) : ''}`,
		run: (data) => {
			const email = String(data.get('email'));
			const password = data.get('password');
			// Empty takes an address away; who is new has none to take.
			const body = { ...(email || one ? { email } : {}), ...(roles.length ? { role: data.get('role') } : {}), ...(password ? { password } : {}) };
			return save(!one ? { ...body, name: data.get('name') } : oneself ? body : { ...body, disabled: data.get('disabled') === 'on' });
		},
	}));
}

const keyForm = (base) => openForm('New API Key', () => ({
	action: 'Create',
	body: () => html`
		${nameField({ hint: 'What will use it.' })}
		${selectField('role', 'Role', [...ROLES, { value: 'SERVICE', label: 'Service: inventory, activations, change feed' }], { value: 'SERVICE' })}`,
	run: (data) => api.post(base, { name: data.get('name'), role: String(data.get('role')).toLowerCase() }),
}));
