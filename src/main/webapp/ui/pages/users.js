import { all, api, choicesOf, head, html, listing, may, note, nothing, openDialog, openForm, plural, stateBadge, textField, time, toast } from '../kit.js';

/** @type {MakePage} */
export function users(ctx) {
	const profiles = ctx.load(() => all(ctx.base + '/profiles'));
	const mappings = ctx.load(() => all(ctx.base + '/mappings'));
	const chosen = new Set();
	const toggle = (id) => {
		chosen.delete(id) || chosen.add(id);
		ctx.update();
	};
	const list = listing(ctx, ctx.base + '/users', {
		label: 'Users', what: 'user', columns: columns(ctx, chosen, toggle), names: ['query', 'state', 'profileId', 'mappingId'], read: () => chosen.clear(),
		bar: (filter) => html`
			${filter.text('query', 'Search', { cls: 'grow', hint: 'The beginning of a user name, display name or e-mail address' })}
			${filter.choice('state', 'State', [{ value: 'ACTIVE', label: 'Active' }, { value: 'PRESERVED', label: 'Preserved' }, { value: 'DELETED', label: 'Deleted at the IdP' }])}
			${filter.choice('profileId', 'Profile', choicesOf(profiles.value))}
			${filter.choice('mappingId', 'Mapping', choicesOf(mappings.value))}`,
		none: { title: 'No user yet', text: 'Users appear here when the identity provider sends them.', action: html`<a class="button" href=${ctx.link('connect/okta')}>Connect an IdP</a>` },
	});
	const create = list.after(() => newUser(ctx.base));
	const bulk = async (act) => {
		await bulkAct(ctx.base, act, list.items().filter((user) => chosen.has(user.id)));
		list.reload();
	};
	return {
		title: 'Users',
		view: () => html`
			${head('Users', { hint: 'Everybody in this account, whether an identity provider or an administrator manages them.',
				actions: html`<a class="button" href=${ctx.link('provisioning')}>User Provisioning</a>
					${may.write() ? html`<button class="primary" @click=${create}>New User</button>` : ''}` })}
			<section class="card">${list.view(chosen.size ? html`<div class="selection" role="region" aria-label="Chosen users"><b>${plural(chosen.size, 'user')} chosen</b>
				<button @click=${() => bulk('preserve')}>Preserve</button><button @click=${() => bulk('restore')}>Restore</button>
				<button class="link" @click=${() => {
					chosen.clear();
					ctx.update();
				}}>Choose none</button></div>` : nothing)}</section>`,
	};
}

const columns = (ctx, chosen, toggle) => [
	...(may.write() ? [{ label: 'Choose', hideLabel: true, cls: 'lead', cell: (user) => html`<input type="checkbox"
		aria-label="Choose ${user.userName}" .checked=${chosen.has(user.id)} @change=${() => toggle(user.id)}>` }] : []),
	{ label: 'User name', bare: true, cell: (user) => html`<a class="strong" href=${ctx.link(`users/${user.id}`)}>${user.userName || user.id}</a>
		${user.displayName && user.displayName !== user.userName ? html`<div class="hint">${user.displayName}</div>` : ''}` },
	{ label: 'State', bare: true, cell: (user) => stateBadge(user) },
	{ label: 'Profile', keep: true, cell: (user) => user.assignment.profileName },
	{ label: 'Storage', keep: true, cell: (user) => user.assignment.storageRegionName },
	{ label: 'Mapping', cell: (user) => user.assignment.mappingName || html`<span class="muted">By hand</span>` },
	{ label: 'Changed', keep: true, cell: (user) => time(user.modifiedAt) },
];

export const newUser = (base) => openForm('New User', () => ({
	action: 'Create',
	body: () => html`
		${note('information', html`<p>The mappings decide on profile, storage and quota, as for users from the identity provider.</p>`)}
		${textField('userName', 'User name', { required: true, autofocus: true, max: 255, hint: 'Usually the e-mail address.' })}
		${textField('displayName', 'Display name', { max: 200 })}
		${textField('email', 'Work e-mail', { type: 'email', max: 254 })}
		${textField('department', 'Department', { max: 200 })}
		${textField('title', 'Title', { max: 200 })}`,
	said: (made) => `User “${made.userName}” created`,
	run: (form) => api.post(base + '/users', scimUser(Object.fromEntries(form))),
}));

export function scimUser(/** @type {any} */ { userName, displayName, email, department, title }) {
	const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
	return {
		schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ...(department ? [enterprise] : [])],
		userName,
		...(displayName ? { displayName } : {}),
		...(title ? { title } : {}),
		...(email ? { emails: [{ value: email, type: 'work', primary: true }] } : {}),
		...(department ? { [enterprise]: { department } } : {}),
	};
}

const ACTS = {
	preserve: { title: 'Preserve', text: 'Their access ends and their seats become free; their data stays. Users of a data-locked profile keep their seat.' },
	restore: { title: 'Restore', text: 'They become active again, each with a seat.' },
};

const bulkAct = (base, act, some) => openDialog(`${ACTS[act].title} ${plural(some.length, 'user')}?`, (close, update) => {
	let done = 0;
	let running = false;
	const refused = [];
	const run = async () => {
		running = true;
		for (const user of some) {
			await api.post(`${base}/users/${user.id}/${act}`).catch((error) => refused.push({ user, message: error.message }));
			done++;
			update();
		}
		if (!refused.length) {
			toast(`${plural(done, 'user')} ${act}d`);
			close(true);
		}
	};
	return () => html`<div class="content"><div class="body">
			<p>${ACTS[act].text}</p>
			${running ? html`<progress max=${some.length} .value=${done} aria-label="Progress"></progress><p role="status" class="hint">${done} of ${some.length}</p>` : ''}
			${refused.length ? note('bad', html`<b>${plural(refused.length, 'user')} refused</b><ul class="plain">${refused.slice(0, 50).map((one) =>
				html`<li>${one.user.userName}: ${one.message}</li>`)}</ul>`) : ''}
		</div>
		<footer><button @click=${() => close()}>${done ? 'Close' : 'Cancel'}</button>
			${running ? nothing : html`<button class="primary" @click=${run}>${ACTS[act].title}</button>`}</footer></div>`;
});
