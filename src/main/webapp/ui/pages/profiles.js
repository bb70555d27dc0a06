// @ts-check
import {
	api, bytes, checkField, confirm, count, head, html, joinBytes, menu, note, nothing, openForm, pagedTable, pages,
	path, profileName, selectField, splitBytes, textField, toast, UNITS,
} from '../kit.js';
import { may } from '../session.js';

/** @type {import('../routes.js').MakePage} */
export function profiles(ctx) {
	const base = path`/tenants/${ctx.tenant}/profiles`;
	const list = pages(ctx.update, (cursor) => api.get(base, { limit: 50, cursor }));
	const create = async () => (await profileForm(base)) && list.reload();
	const edit = async (profile) => (await profileForm(base, profile)) && list.reload();
	const remove = async (profile) => (await deleteProfile(base, profile)) && list.reload();
	const button = may.write() ? html`<button class="primary" @click=${create}>New Profile</button>` : undefined;
	return {
		title: 'Profiles',
		view: () => html`
			${head('Profiles', { hint: 'A profile is a named backup configuration. Mappings give it to users.', actions: button })}
			<section class="card">${pagedTable(list, {
				label: 'Profiles', what: 'profile', key: (profile) => profile.id,
				none: { title: 'No profile yet', text: 'A mapping needs a profile to give to its users.', action: button },
				columns: [
					{ label: 'Name', bare: true, cell: (profile) => html`<strong>${profileName(profile)}</strong>` },
					{ label: 'Data lock', cell: (profile) => (profile.dataLocked ? 'Locked' : html`<span class="muted">Off</span>`) },
					{ label: 'Quota', end: true, cell: (profile) => bytes(profile.quotaBytes) },
					{ label: 'Users', end: true, cell: (profile) => (profile.users === undefined ? '–' : html`<a href=${ctx.link(`users?profileId=${profile.id}`)}>${count(profile.users)}</a>`) },
					{ label: 'Actions', hideLabel: true, cls: 'actions', cell: (profile) => menu('profile-' + profile.id, `Actions for ${profile.name}`, [
						may.write() && { label: 'Edit', run: () => edit(profile) },
						may.write() && { label: 'Delete', danger: true, run: () => remove(profile) },
					], { ghost: true }) },
				],
			})}</section>`,
	};
}

async function profileForm(base, profile) {
	const read = profile ? await api.read(`${base}/${profile.id}`) : undefined;
	const known = read?.body ?? { name: '', dataLocked: false, quotaBytes: null };
	const quota = splitBytes(known.quotaBytes);
	let locked = known.dataLocked;
	return openForm(profile ? 'Edit profile' : 'New Profile', (update) => ({
		action: profile ? 'Save' : 'Create',
		body: () => html`
			${textField('name', 'Name', { required: true, autofocus: true, max: 100, value: known.name })}
			<div class="with-unit">
				${textField('quotaBytes', 'Quota per user', { type: 'number', min: '0.01', step: '0.01', value: quota.amount, hint: 'Empty: unlimited. A mapping may give its own.' })}
				${selectField('unit', 'Unit', Object.keys(UNITS).map((unit) => ({ value: unit, label: unit })), { value: quota.unit })}
			</div>
			${checkField('dataLocked', 'Data lock', { checked: locked, disabled: known.dataLocked || !may.choose(), hint: known.dataLocked
				? 'A data lock cannot be taken off.' : may.choose() ? 'Cannot be taken off once it is set.' : 'A cloud administrator may set it.', change: (checked) => {
				locked = checked;
				update();
			} })}
			${locked && !known.dataLocked ? note('warning', html`<p>For users of a locked profile nobody can delete snapshots, users or devices, change the profile, or
				remove the licence, ever.</p>`) : nothing}`,
		run: async (form) => {
			// Only who may set the lock may name it at all.
			const lock = locked !== known.dataLocked ? { dataLocked: locked } : {};
			const body = { name: form.get('name'), ...lock, quotaBytes: joinBytes(String(form.get('quotaBytes')), String(form.get('unit'))) };
			const saved = read ? await api.patch(`${base}/${profile.id}`, body, read.etag) : await api.post(base, body);
			toast(`Profile “${body.name}” ${read ? 'saved' : 'created'}`);
			return saved;
		},
	}));
}

const deleteProfile = (base, profile) => confirm(`Delete “${profile.name}”?`, {
	action: 'Delete',
	danger: true,
	body: html`<p>A profile can be deleted only while no user and no mapping has it.</p>`,
	run: async () => {
		await api.remove(`${base}/${profile.id}`);
		toast(`Profile “${profile.name}” deleted`);
	},
});
