import {
	all, api, button, choicesOf, col, count, head, hint, html, isolated, listing, may, muted, note, openDialog, openForm, plural, quoted,
	sheet, stateBadge, strong, textField, time, toast,
} from '../kit.js';

const MOST_CHOSEN = 1000;

/** @type {MakePage} */
export function users(ctx) {
	const profiles = ctx.load(() => all(ctx.base + '/profiles'));
	const mappings = ctx.load(() => all(ctx.base + '/mappings'));
	const counts = ctx.load(() => api.get(ctx.base + '/overview'));
	const chosen = new Map();
	const toggle = (user) => {
		chosen.delete(user.id) || chosen.set(user.id, user);
		ctx.update();
	};
	const list = listing(ctx, ctx.base + '/users', {
		label: 'Users', what: 'user', columns: columns(ctx, chosen, toggle), names: ['query', 'state', 'profileId', 'mappingId'], read: () => chosen.clear(),
		total: (filter) => filter.any() || !counts.value ? '' : ` of ${count(counts.value.active + counts.value.preserved)}`,
		bar: (filter) => html`
			${filter.text('query', 'Search', { cls: 'grow', hint: 'The beginning of a name or an e-mail address' })}
			${filter.choice('state', 'State', [{ value: 'ACTIVE', label: 'Active' }, { value: 'PRESERVED', label: 'Preserved' }, { value: 'DELETED', label: 'Deleted at the IdP' }])}
			${filter.choice('profileId', 'Profile', choicesOf(profiles.value))}
			${filter.choice('mappingId', 'Mapping', choicesOf(mappings.value))}`,
		none: { title: 'No user yet', text: 'Users appear here when the IdP sends them.', action: html`<a class="button" href=${ctx.link('connect/okta')}>Connect an IdP</a>` },
	});
	const chooseAll = async () => {
		(await list.whole(MOST_CHOSEN)).forEach((user) => chosen.set(user.id, user));
		ctx.update();
	};
	const create = list.after(() => newUser(ctx.base));
	const bulk = async (act) => {
		await bulkAct(ctx.base, act, [...chosen.values()]);
		list.reload();
	};
	return {
		title: 'Users',
		view: () => html`
			${head('Users', { hint: 'Everybody in this account, managed by the identity provider or by hand.',
				actions: html`<a class="button" href=${ctx.link('provisioning')}>User Provisioning</a>
					${may.write() ? button('New User', create, 'primary') : ''}` })}
			<section class="card">${list.view(chosen.size ? html`<div class="selection" role="region" aria-label="Chosen users"><b>${plural(chosen.size, 'user')} chosen</b>
				${button('Preserve', () => bulk('preserve'))}${button('Restore', () => bulk('restore'))}
				${chosen.size < MOST_CHOSEN && list.more() ? button(`Choose all that match, up to ${count(MOST_CHOSEN)}`, chooseAll, 'link') : ''}
				${button('Choose none', () => {
					chosen.clear();
					ctx.update();
				}, 'link')}</div>` : '')}</section>`,
	};
}

const columns = (ctx, chosen, toggle) => [
	...(may.write() ? [col('Choose', (user) => html`<input type="checkbox" aria-label="Choose ${isolated(user.userName)}" .checked=${chosen.has(user.id)}
		@change=${() => toggle(user)}>`, 'mute lead')] : []),
	col('User name', (user) => html`${strong(ctx.link(`users/${user.id}`), user.userName || user.id)}
		${user.displayName !== user.userName ? hint(user.displayName) : ''}`, 'bare'),
	col('State', (user) => stateBadge(user), 'bare'),
	col('Profile', (user) => user.assignment.profileName),
	col('Storage', (user) => user.assignment.storageRegionName),
	col('Mapping', (user) => user.assignment.mappingName || muted('By hand')),
	col('Changed', (user) => time(user.modifiedAt), 'keep'),
];

export const newUser = (base) => openForm('New User', () => ({
	action: 'Create',
	body: () => html`
		${note('information', 'The mappings decide on profile, storage and quota.')}
		${textField('userName', 'User name', { required: true, autofocus: true, max: 255, hint: 'Usually the e-mail address.' })}
		${textField('displayName', 'Display name', { max: 200 })}
		${textField('email', 'Work e-mail', { type: 'email', max: 254 })}
		${textField('department', 'Department', { max: 200 })}
		${textField('title', 'Title', { max: 200 })}`,
	said: (made) => `User ${quoted(made.userName)} created`,
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
	return () => sheet(html`<p>${ACTS[act].text}</p>
			${running ? html`<progress max=${some.length} .value=${done} aria-label="Progress"></progress><p role="status" class="hint">${done} of ${some.length}</p>` : ''}
			${refused.length ? note('bad', html`<b>${plural(refused.length, 'user')} refused</b><ul class="plain">${refused.slice(0, 50).map((one) =>
				html`<li>${one.user.userName}: ${one.message}</li>`)}</ul>`) : ''}`, html`${button(done ? 'Close' : 'Cancel', () => close())}${running ? '' : button(ACTS[act].title, run, 'primary')}`);
});
