// @ts-check
import {
	all, api, bytes, confirm, head, html, menu, note, nothing, openForm, outcomeBadge, path, plural, profileName,
	remote, selectField, shortAttribute, stateBadge, textField, time, toast, words,
} from '../kit.js';
import { flat } from '../components/resource.js';
import { may } from '../session.js';
import { reason } from './journal.js';
import { comparisons } from './why.js';

/** @type {import('../routes.js').MakePage} */
export function user(ctx) {
	const to = path`/tenants/${ctx.tenant}/users/${ctx.params.id}`;
	const person = remote(ctx.update, async () => {
		const one = await api.get(to);
		// The lock decides what can be done with the user, and stands at the profile.
		const profile = await api.get(path`/tenants/${ctx.tenant}/profiles/${one.assignment.profileId}`).catch(() => undefined);
		return { ...one, locked: profile?.dataLocked === true };
	});
	const events = remote(ctx.update, () => api.get(path`/tenants/${ctx.tenant}/provisioning-events`, { user: ctx.params.id, limit: 20 }));
	const reload = () => Promise.all([person.load(), events.load()]);
	const acts = userActs(ctx, to, reload);
	return {
		title: 'User',
		view: () => person.show((one) => html`
			${head(nameOf(one), { crumb: { href: ctx.link('users'), label: 'Users' }, hint: html`${stateBadge(one)} ${one.managedBy === 'IDP'
				? 'managed by the identity provider' : 'managed by hand'}, changed ${time(one.modifiedAt)}`, actions: actions(one, acts) })}
			<div class="columns wide-left">
				<div class="stack">${assignmentCard(one)}${whyCard(one)}${attributesCard(one)}</div>
				<div class="stack">${devicesCard(one)}
					<section class="card pad stack"><h2>Timeline</h2>${events.show(({ items }) => timeline(items))}</section></div>
			</div>`),
	};
}

const nameOf = (one) => one.userName || one.id;

/** @param {any} one @param {ReturnType<typeof userActs>} acts */
const actions = (one, acts) => may.write() ? html`
	${one.state === 'ACTIVE' ? html`<button @click=${() => acts.preserve(one)}>Preserve</button>`
		: html`<button class="primary" @click=${() => acts.restore(one)}>Restore</button>`}
	${menu('user-actions', 'More about this user', [
		{ label: 'Change profile', run: () => acts.profile(one) },
		{ label: 'Purge', danger: true, run: () => acts.purge(one) },
	])}` : nothing;

function assignmentCard(one) {
	const given = one.assignment;
	return html`<section class="card pad stack"><h2>Assignment</h2><dl class="facts">
		<dt>Profile</dt><dd>${profileName({ name: given.profileName, dataLocked: one.locked })}</dd>
		<dt>Storage</dt><dd>${given.storageRegionName}</dd>
		<dt>Quota</dt><dd>${bytes(given.effectiveQuotaBytes)}${given.quotaBytes === null ? html` <span class="muted">from the profile</span>` : nothing}</dd>
		<dt>Mapping</dt><dd>${given.mappingName || html`<span class="muted">None: given by hand</span>`}</dd>
		<dt>Licence</dt><dd>${one.seatHeld ? 'Holds a seat' : 'No seat held'}</dd></dl>
		${one.locked ? note('warning', html`<p>The profile has a data lock: this user, the devices and snapshots cannot be deleted, and the profile cannot be changed.</p>`) : nothing}
	</section>`;
}

function whyCard(one) {
	const { why } = one;
	const today = why.mappingToday?.name;
	return html`<section class="card pad stack"><h2>Why</h2>
		<p>${why.givenBy === 'MAPPING' ? html`The mapping <strong>${why.mappingName}</strong> gave this assignment.` : 'An administrator gave this assignment by hand.'}</p>
		${why.givenBy === 'MAPPING' && today !== why.mappingName ? note('information', html`<p>${today
			? html`By today’s mappings and attributes it would be <strong>${today}</strong>.` : 'By today’s mappings and attributes none would match.'} That moves nobody by itself.</p>`) : nothing}
		<h3>The mappings as they stand today, in order</h3>
		${comparisons(why.comparisonsToday)}</section>`;
}

function attributesCard(one) {
	const resource = one.user;
	const rows = flat(resource);
	return html`<section class="card pad stack"><h2>Attributes from the identity provider</h2>
		${rows.length ? html`<dl class="facts">${rows.map(([name, value]) => html`<dt title=${name}>${shortAttribute(name)}</dt><dd>${value}</dd>`)}</dl>`
			: html`<p class="muted">Nothing is stored.</p>`}
		<details><summary>Show as JSON</summary><pre tabindex="0" aria-label="The user as JSON">${JSON.stringify(resource, null, 2)}</pre></details></section>`;
}

function devicesCard(one) {
	const devices = one.devices ?? [];
	return html`<section class="card pad stack"><h2>Devices</h2>${devices.length
		? html`<ul class="plain">${devices.map((device) => html`<li><strong>${device.name}</strong> <span class="hint">${plural(device.snapshots ?? 0, 'snapshot')}</span></li>`)}</ul>`
		: html`<p class="muted">No device is backed up yet.</p>`}</section>`;
}

const timeline = (items) => items.length ? html`<ol class="timeline">${items.map((event) => html`<li
		class=${event.outcome === 'REFUSED' ? 'bad' : event.outcome === 'NO_CHANGE' ? 'quiet' : ''}>
		<div class="row"><strong>${words(event.kind)}</strong> ${event.outcome === 'ACCEPTED' ? nothing : outcomeBadge(event.outcome)}</div>
		<div class="hint">${time(event.at)}${reason(event) ? html` · ${reason(event)}` : nothing}</div></li>`)}</ol>`
	: html`<p class="muted">Nothing is recorded.</p>`;

function userActs(ctx, to, reload) {
	const done = async (asked) => {
		if (await asked) await reload();
	};
	return {
		preserve: (one) => done(confirm(`Preserve ${nameOf(one)}?`, {
			action: 'Preserve',
			body: html`<p>Access ends; the data stays and the user can be restored. ${one.locked ? 'The profile is data-locked: the seat stays held.' : 'The seat becomes free.'}</p>
				<p>While an administrator preserves a user, the identity provider cannot bring it back.</p>`,
			run: () => api.post(to + '/preserve').then(() => toast('User preserved')),
		})),
		restore: (one) => done(openForm(`Restore ${nameOf(one)}?`, () => ({
			action: 'Restore',
			body: () => html`<p>The user becomes active again and takes a seat.</p>
				${one.visibleToScim ? nothing : textField('userName', 'User name', { hint: 'Empty: the one it had. Type another if that is taken by now.' })}`,
			run: (form) => api.post(to + '/restore', form.get('userName') ? { userName: form.get('userName') } : {}).then(() => toast('User restored')),
		}))),
		profile: async (one) => {
			const choices = await all(path`/tenants/${ctx.tenant}/profiles`);
			await done(openForm('Change profile', () => ({
				action: 'Change',
				body: () => selectField('profileId', 'Profile', choices.map((choice) => ({ value: choice.id, label: choice.dataLocked ? `${choice.name} (data lock)` : choice.name })), {
					required: true, value: one.assignment.profileId, hint: 'A data-locked profile cannot be changed again.' }),
				run: (form) => api.put(to + '/profile', { profileId: form.get('profileId') }).then(() => toast('Profile changed')),
			})));
		},
		purge: (one) => openForm(`Purge ${nameOf(one)}?`, () => ({
			action: 'Purge for ever',
			danger: true,
			body: () => html`${note('bad', html`<p>The user and everything that was backed up is deleted. Nobody can bring it back.</p>`)}
				${textField('again', `Type “${nameOf(one)}” to confirm`, { required: true, autofocus: true })}`,
			run: async (form) => {
				if (form.get('again') !== nameOf(one)) throw new Error('The text is not the user’s name.');
				await api.remove(to);
				toast('User purged');
				ctx.go(ctx.link('users'));
			},
		})),
	};
}
