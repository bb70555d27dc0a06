import {
	all, api, button, card, choicesOf, col, count, head, hint, html, isolated, listing, may, muted, note, openDialog, openForm, openText, plural,
	quoted, session, sheet, stateBadge, strong, textField, time, toast,
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
	const create = async () => (await newUser(ctx.base)) && Promise.all([counts.load(), list.reload()]);
	const bulk = list.after((act) => bulkAct(ctx.base, act, [...chosen.values()]));
	return {
		title: 'Users',
		view: () => html`
			${head('Users', { hint: 'Everybody in this account, managed by the identity provider or by hand.',
				actions: html`<a class="button" href=${ctx.link('provisioning')}>User Provisioning</a>
					${may.write() ? button('New User', create, 'primary') : ''}` })}
			${card(list.view(chosen.size ? html`<div class="selection" role="region" aria-label="Chosen users"><b>${plural(chosen.size, 'user')} chosen</b>
				${button('Preserve', () => bulk('preserve'))}${button('Restore', () => bulk('restore'))}
				${chosen.size < MOST_CHOSEN && list.more() ? button(`Choose all that match, up to ${count(MOST_CHOSEN)}`, chooseAll, 'link') : ''}
				${button('Choose none', () => {
					chosen.clear();
					ctx.update();
				}, 'link')}</div>` : ''))}`,
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

const newUser = (base) => openForm('New User', () => ({
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

/** Whatever closes its dialog stops it after the user under way. Gives whether there is something to read again. */
async function bulkAct(base, act, some) {
	const { title, text } = ACTS[act];
	const refused = [];
	let done = 0;
	let stopped = false;
	let loop;
	await openDialog(`${title} ${plural(some.length, 'user')}?`, (close, update) => {
		const run = async () => {
			for (const user of some) {
				await api.post(`${base}/users/${user.id}/${act}`).catch((error) => {
					stopped ||= error.status === 401;
					refused.push(html`<li>${user.userName}: ${error.message}</li>`);
				});
				done++;
				if (stopped) break;
				update();
			}
			close();
		};
		return () => sheet(html`<p>${text}</p>
			${loop ? html`<progress max=${some.length} .value=${done} aria-label="Progress"></progress><p role="status" class="hint">${done} of ${some.length}</p>` : ''}`,
		html`${button(loop ? 'Stop' : 'Cancel', () => close())}${loop ? '' : button(title, () => {
			loop = run();
			update();
		}, 'primary')}`);
	});
	stopped = true;
	await loop;
	if (refused.length) openText(`${plural(refused.length, 'user')} refused`, html`<ul class="plain">${refused.slice(0, 50)}</ul>`);
	else if (done) toast(`${plural(done, 'user')} ${act}d`);
	return done > 0 && !session.ended;
}
