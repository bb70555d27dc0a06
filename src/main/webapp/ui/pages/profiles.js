import {
	actions, api, bytes, checkField, count, deletion, html, joinBytes, listing, listPage, may, nameColumn, nameField, note, openForm,
	plural, profileName, quotaField, splitBytes, textField,
} from '../kit.js';

/** @type {MakePage} */
export function profiles(ctx) {
	const base = ctx.base + '/profiles';
	const button = may.write() ? html`<button class="primary" @click=${() => form()}>New Profile</button>` : undefined;
	const list = listing(ctx, base, {
		label: 'Profiles', what: 'profile',
		none: { title: 'No profile yet', text: 'A mapping needs a profile to give to its users.', action: button },
		columns: [
			nameColumn(profileName),
			{ label: 'Data lock', cell: (profile) => (profile.dataLocked ? 'Locked' : html`<span class="muted">Off</span>`) },
			{ label: 'Preserved users are kept', cell: (profile) => (profile.purgeAfterDays ? plural(profile.purgeAfterDays, 'day') : html`<span class="muted">For ever</span>`) },
			{ label: 'Quota', end: true, cell: (profile) => bytes(profile.quotaBytes) },
			{ label: 'Users', end: true, cell: (profile) => html`<a href=${ctx.link(`users?profileId=${profile.id}`)}>${count(profile.users)}</a>` },
			actions('profile', (profile) => may.write() && [
				{ label: 'Edit', run: () => form(profile) }, { label: 'Delete', danger: true, run: () => remove(profile) }]),
		],
	});
	const form = list.after((profile) => profileForm(base, profile));
	const remove = list.after((profile) => deletion(`${base}/${profile.id}`, profile.name, 'A profile can be deleted only while no user and no mapping has it.'));
	return listPage('Profiles', 'A profile is a named backup configuration. Mappings give it to users.', button, list);
}

async function profileForm(base, profile) {
	const read = profile ? await api.read(`${base}/${profile.id}`) : undefined;
	const known = read?.body ?? { name: '', dataLocked: false };
	const quota = splitBytes(known.quotaBytes);
	let locked = known.dataLocked;
	return openForm(profile ? 'Edit profile' : 'New Profile', (update) => ({
		action: profile ? 'Save' : 'Create',
		said: (saved) => `Profile “${saved.name}” ${profile ? 'saved' : 'created'}`,
		body: () => html`
			${nameField({ value: known.name })}
			${quotaField(quota, 'Empty: unlimited. A mapping may give its own.')}
			${textField('purgeAfterDays', 'Keep preserved users for … days', { type: 'number', min: '1', step: '1', value: known.purgeAfterDays,
				hint: 'Then they are purged with all that was backed up. Empty: kept for ever.' })}
			${checkField('dataLocked', 'Data lock', { checked: locked, disabled: known.dataLocked || !may.choose(), hint: known.dataLocked
				? 'A data lock cannot be taken off.' : may.choose() ? 'Cannot be taken off once it is set.' : 'A cloud administrator may set it.', change: (checked) => {
				locked = checked;
				update();
			} })}
			${locked && !known.dataLocked ? note('warning', html`<p>For users of a locked profile nobody can delete snapshots, users or devices, change the profile, or
				remove the licence, ever.</p>`) : ''}`,
		run: async (form) => {
			// Only who may set the lock may name it at all.
			const lock = locked !== known.dataLocked ? { dataLocked: locked } : {};
			const body = { name: form.get('name'), ...lock, quotaBytes: joinBytes(String(form.get('quotaBytes')), String(form.get('unit'))),
				purgeAfterDays: Number(form.get('purgeAfterDays')) || null };
			return read ? api.patch(`${base}/${profile.id}`, body, read.etag) : api.post(base, body);
		},
	}));
}
