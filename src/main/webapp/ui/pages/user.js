import {
	all, api, bytes, count, day, head, html, may, menu, note, nothing, outcomeBadge, panel, path, plural, profileName, shortAttribute,
	stateBadge, time,
} from '../kit.js';
import { flat } from '../components/resource.js';
import { moveButtons, moveText, WHY_SUGGESTED } from './decisions.js';
import { kindText, reason } from './journal.js';
import { nameOf, purgeRefusal, userActs } from './user-acts.js';
import { comparisons } from './why.js';

/** @type {MakePage} */
export function user(ctx) {
	const to = ctx.base + path`/users/${ctx.params.id}`;
	const person = ctx.load(async () => {
		const one = await api.get(to);
		// The lock decides what can be done with the user, and stands at the profile.
		const profile = await api.get(ctx.base + path`/profiles/${one.assignment.profileId}`).catch(() => undefined);
		return { ...one, locked: profile?.dataLocked === true };
	});
	const events = ctx.load(() => api.get(ctx.base + '/provisioning-events', { user: ctx.params.id, limit: 20 }));
	const stored = ctx.load(async () => {
		const [devices, usage] = await Promise.all([all(to + '/devices'), api.get(to + '/usage')]);
		return { devices: devices.map((device) => ({ ...device, snapshots: undefined })), usage };
	});
	const look = async (device, event) => {
		if (!event.target.open || device.snapshots) return;
		device.snapshots = await all(ctx.base + path`/devices/${device.id}/snapshots`);
		ctx.update();
	};
	const reload = () => Promise.all([person.load(), events.load()]);
	const acts = userActs(ctx, to, reload);
	return {
		title: 'User',
		view: () => person.show((one) => html`
			${head(nameOf(one), { crumb: { href: ctx.link('users'), label: 'Users' }, hint: html`${stateBadge(one)} ${one.managedBy === 'IDP'
				? 'managed by the identity provider' : 'managed by hand'}, changed ${time(one.modifiedAt)}`, actions: actions(one, acts) })}
			${one.suggestion ? note('information', html`<p>Suggested: ${moveText(one.suggestion)}. ${WHY_SUGGESTED[one.suggestion.reason]}.</p>
				${moveButtons(ctx, one.suggestion, reload)}`) : ''}
			${one.legalHold ? note('warning', html`<p><b>Legal hold</b>, placed by ${one.legalHold.placedBy} ${time(one.legalHold.placedAt)}: ${one.legalHold.reason}</p>`) : ''}
			<div class="columns wide-left">
				<div class="stack">${assignmentCard(one)}${whyCard(one)}${attributesCard(one)}</div>
				<div class="stack">
					${panel('Devices', stored.show((things) => devicesList(things, look)))}${panel('Timeline', events.show(({ items }) => timeline(items)))}</div>
			</div>`),
	};
}

const actions = (one, acts) => may.write() ? html`
	${one.state === 'ACTIVE' ? html`<button @click=${() => acts.preserve(one)}>Preserve</button>`
		: html`<button class="primary" @click=${() => acts.restore(one)}>Restore</button>`}
	${menu('user-actions', 'More about this user', [
		!one.locked && { label: 'Change profile', run: () => acts.profile(one) },
		may.choose() && (one.legalHold ? { label: 'Lift the legal hold', run: () => acts.lift() } : { label: 'Place a legal hold', run: () => acts.hold(one) }),
		{ label: 'Send the activation mail', run: acts.mail },
		!purgeRefusal(one) && { label: 'Purge', danger: true, run: () => acts.purge(one) },
	])}` : nothing;

function assignmentCard(one) {
	const given = one.assignment;
	const refusal = purgeRefusal(one);
	return panel('Assignment', html`<dl class="facts">
		<dt>Profile</dt><dd>${profileName({ name: given.profileName, dataLocked: one.locked })}</dd>
		<dt>Storage</dt><dd>${given.storageRegionName}</dd>
		<dt>Quota</dt><dd>${bytes(given.effectiveQuotaBytes)}${given.quotaBytes === null ? html` <span class="muted">from the profile</span>` : ''}</dd>
		<dt>Mapping</dt><dd>${given.mappingName || html`<span class="muted">None: given by hand</span>`}</dd>
		<dt>Licence</dt><dd>${one.seatHeld ? 'Holds a seat' : 'No seat held'}</dd>
		${refusal ? html`<dt>Purge</dt><dd>Not possible. ${refusal}${one.locked ? ' The profile cannot be changed.' : ''}</dd>` : ''}</dl>`);
}

function whyCard(one) {
	const { why } = one;
	const today = why.mappingToday?.name;
	return panel('Why', html`
		<p>${why.givenBy === 'MAPPING' ? html`The mapping <b>${why.mappingName}</b> gave this assignment.` : 'An administrator gave this assignment by hand.'}</p>
		${why.givenBy === 'MAPPING' && today !== why.mappingName ? note('information', html`<p>${today
			? html`By today’s mappings and attributes it would be <b>${today}</b>.` : 'By today’s mappings and attributes none would match.'} That moves nobody by itself.</p>`) : ''}
		<h3>The mappings as they stand today, in order</h3>
		${comparisons(why.comparisonsToday)}`);
}

function attributesCard(one) {
	const resource = one.user;
	const rows = flat(resource);
	return panel('Attributes from the identity provider', html`
		${rows.length ? html`<dl class="facts">${rows.map(([name, value]) => html`<dt title=${name}>${shortAttribute(name)}</dt><dd>${value}</dd>`)}</dl>`
			: html`<p class="muted">Nothing is stored.</p>`}
		<details><summary>Show as JSON</summary><pre tabindex="0" aria-label="The user as JSON">${JSON.stringify(resource, null, 2)}</pre></details>`);
}

const devicesList = ({ devices, usage }, look) => devices.length ? html`
	<div><div>${size(usage.sizeBytes)}${usage.quotaBytes === null ? nothing : html` <span class="muted">of ${bytes(usage.quotaBytes)}</span>`}${usage.overQuota ? html` <b class="wrong">over the quota</b>` : ''}</div>
		${usage.quotaBytes ? html`<meter min="0" max=${usage.quotaBytes} high=${usage.quotaBytes * 0.9} optimum="0" .value=${usage.sizeBytes} aria-label="Quota used"></meter>` : ''}
		<p class="hint">${plural(usage.devices, 'device')}, ${plural(usage.snapshots, 'snapshot')}</p></div>
	${devices.map((device) => html`<details @toggle=${(event) => look(device, event)}><summary><b>${device.name}</b></summary>
		<ul class="plain">${device.snapshots?.map((snapshot) => html`<li>${snapshot.name} <div class="hint">${day(snapshot.takenAt)}, ${size(snapshot.sizeBytes)}</div></li>`)}
			${device.snapshots?.length === 0 ? html`<li class="muted">No snapshot yet.</li>` : ''}</ul></details>`)}`
	: html`<p class="muted">No device is backed up yet.</p>`;

const size = (number) => number < 1024 ** 2 ? `${count(number)} bytes` : bytes(number);

const timeline = (items) => items.length ? html`<ol class="timeline">${items.map((event) => html`<li
		class=${event.outcome === 'REFUSED' ? 'bad' : event.outcome === 'NO_CHANGE' ? 'quiet' : nothing}>
		<div class="row"><b>${kindText(event)}</b> ${event.outcome === 'ACCEPTED' ? nothing : outcomeBadge(event.outcome)}</div>
		<div class="hint">${time(event.at)}${reason(event) ? html` · ${reason(event)}` : ''}</div></li>`)}</ol>`
	: html`<p class="muted">Nothing is recorded.</p>`;
