import {
	actions, button, bytes, checkField, col, count, deletion, html, joinBytes, listing, listPage, may, muted, nameColumn, nameField, note,
	opened, openForm, plural, profileName, quotaField, quoted, splitBytes, textField,
} from '../kit.js';

const WHILE_UNUSED = 'It can be deleted only while no user and no mapping has it.';

/** @type {MakePage} */
export function storage(ctx) {
	const base = ctx.base + '/storage-regions';
	const make = may.write() ? button('New Storage Region', () => form(), 'primary') : undefined;
	const list = listing(ctx, base, {
		label: 'Storage regions', what: 'storage region',
		none: { title: 'No storage region yet', text: 'A mapping needs one to say where its users’ data is kept.', action: make },
		columns: [
			nameColumn(),
			col('Users', (region) => count(region.users), 'end'),
			actions('region', (region) => may.write() && [
				{ label: 'Rename', run: () => form(region) }, { label: 'Delete', danger: true, run: () => remove(region) }]),
		],
	});
	const form = list.after((region) => regionForm(ctx.base, region));
	const remove = list.after((region) => deletion(`${base}/${region.id}`, region.name, WHILE_UNUSED));
	return listPage('Storage', 'The regions in which users’ data is kept. A mapping says which one its users get.', make, list);
}

export async function regionForm(base, region) {
	const { known, save } = await opened(base + '/storage-regions', region);
	return openForm(region ? 'Rename storage region' : 'New Storage Region', () => ({
		action: region ? 'Save' : 'Create',
		said: (saved) => `Storage region ${quoted(saved.name)} ${region ? 'saved' : 'created'}`,
		body: () => nameField({ value: known?.name, hint: 'For example EU-Frankfurt.' }),
		run: (form) => save({ name: form.get('name') }),
	}));
}

/** @type {MakePage} */
export function profiles(ctx) {
	const base = ctx.base + '/profiles';
	const make = may.write() ? button('New Profile', () => form(), 'primary') : undefined;
	const list = listing(ctx, base, {
		label: 'Profiles', what: 'profile',
		none: { title: 'No profile yet', text: 'A mapping needs a profile to give to its users.', action: make },
		columns: [
			nameColumn(profileName),
			col('Data lock', (profile) => (profile.dataLocked ? 'Locked' : muted('Off'))),
			col('Preserved users are kept', (profile) => (profile.purgeAfterDays ? plural(profile.purgeAfterDays, 'day') : muted('For ever'))),
			col('Quota', (profile) => bytes(profile.quotaBytes), 'end'),
			col('Users', (profile) => html`<a href=${ctx.link(`users?profileId=${profile.id}`)}>${count(profile.users)}</a>`, 'end'),
			actions('profile', (profile) => may.write() && [
				{ label: 'Edit', run: () => form(profile) }, { label: 'Delete', danger: true, run: () => remove(profile) }]),
		],
	});
	const form = list.after((profile) => profileForm(ctx.base, profile));
	const remove = list.after((profile) => deletion(`${base}/${profile.id}`, profile.name, WHILE_UNUSED));
	return listPage('Profiles', 'A profile is a named backup configuration. Mappings give it to users.', make, list);
}

export async function profileForm(base, profile) {
	const { known = { dataLocked: false }, save } = await opened(base + '/profiles', profile);
	const quota = splitBytes(known.quotaBytes);
	let locked = known.dataLocked;
	return openForm(profile ? 'Edit profile' : 'New Profile', (update) => ({
		action: profile ? 'Save' : 'Create',
		said: (saved) => `Profile ${quoted(saved.name)} ${profile ? 'saved' : 'created'}`,
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
			${locked && !known.dataLocked ? note('warning', 'For users of a locked profile nobody can delete snapshots, users or devices, change the profile, or remove the licence, ever.') : ''}`,
		run: async (form) => {
			// Only who may set the lock may name it at all.
			const lock = locked !== known.dataLocked ? { dataLocked: locked } : {};
			return save({ name: form.get('name'), ...lock, quotaBytes: joinBytes(String(form.get('quotaBytes')), String(form.get('unit'))),
				purgeAfterDays: Number(form.get('purgeAfterDays')) || null });
		},
	}));
}
