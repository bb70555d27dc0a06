import {
	all, api, breakable, button, bytes, count, day, facts, head, hint, html, may, menu, muted, note, nothing, outcomeBadge, panel, path,
	plural, pre, profileName, shortAttribute, stateBadge, time, words,
} from '../kit.js';
import { flat } from '../components/resource.js';
import { moveButtons, moveText, WHY_SUGGESTED } from './decisions.js';
import { kindText, reason } from './journal.js';
import { nameOf, purgeRefusal, userActs } from './user-acts.js';
import { comparisons } from './preview.js';

/** @type {MakePage} */
export function user(ctx) {
	const to = ctx.base + path`/users/${ctx.params.id}`;
	const person = ctx.load(async () => {
		const one = await api.get(to);
		// The lock decides what can be done with the user, and stands at the profile.
		const profile = await api.get(ctx.base + path`/profiles/${one.assignment.profileId}`).catch(() => undefined);
		return { ...one, locked: profile?.dataLocked === true };
	});
	const events = ctx.load(async () => {
		const [asked, done] = await Promise.all([api.get(ctx.base + '/provisioning-events', { user: ctx.params.id, limit: 20 }),
			api.get(ctx.base + '/audit-events', { target: ctx.params.id, limit: 20 })]);
		return [...asked.items, ...done.items].sort((one, other) => other.at.localeCompare(one.at));
	});
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
			${head(breakable(nameOf(one)), { crumb: { href: ctx.link('users'), label: 'Users' }, hint: html`${stateBadge(one)} ${one.managedBy === 'IDP'
				? 'managed by the IdP' : 'managed by hand'}, changed ${time(one.modifiedAt)}`, actions: actions(one, acts) })}
			${one.suggestion ? note('information', html`<p>Suggested: ${moveText(one.suggestion)}. ${WHY_SUGGESTED[one.suggestion.reason]}.</p>
				${moveButtons(ctx, one.suggestion, reload)}`) : ''}
			${one.legalHold ? note('warning', html`<p><b>Legal hold</b>, placed by ${one.legalHold.placedBy} ${time(one.legalHold.placedAt)}: ${one.legalHold.reason}</p>`) : ''}
			<div class="columns wide-left">
				<div class="stack">${assignmentCard(one)}${whyCard(one)}${attributesCard(one)}</div>
				<div class="stack">
					${panel('Devices', stored.show((things) => devicesList(things, look)))}${panel('Timeline', events.show(timeline))}</div>
			</div>`, { title: 'User' }),
	};
}

const actions = (one, acts) => may.write() ? html`
	${one.state === 'ACTIVE' ? button('Preserve', () => acts.preserve(one))
		: button('Restore', () => acts.restore(one), 'primary')}
	${menu('user-actions', 'More about this user', [
		!one.locked && { label: 'Change profile', run: () => acts.profile(one) },
		may.choose() && (one.legalHold ? { label: 'Lift the legal hold', run: () => acts.lift() } : { label: 'Place a legal hold', run: () => acts.hold(one) }),
		{ label: 'Send the activation mail', run: acts.mail },
		!purgeRefusal(one) && { label: 'Purge', danger: true, run: () => acts.purge(one) },
	])}` : '';

function assignmentCard(one) {
	const given = one.assignment;
	const refusal = purgeRefusal(one);
	return panel('Assignment', facts('Profile', profileName({ name: given.profileName, dataLocked: one.locked }), 'Storage', given.storageRegionName,
		'Quota', html`${bytes(given.effectiveQuotaBytes)}${given.quotaBytes === null ? html` ${muted('from the profile')}` : ''}`,
		'Mapping', given.mappingName || muted('None: given by hand'), 'Licence', one.seatHeld ? 'Holds a seat' : 'No seat held',
		'Purge', refusal && `Not possible. ${refusal}${one.locked ? ' The profile cannot be changed.' : ''}`));
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
	return panel('Attributes from the IdP', html`
		${rows.length ? facts(...rows.flatMap(([name, value]) => [html`<span title=${name}>${breakable(shortAttribute(name))}</span>`, breakable(value)]))
			: muted('Nothing is stored.')}
		<details><summary>Show as JSON</summary>${pre('The user as JSON', resource)}</details>`);
}

const devicesList = ({ devices, usage }, look) => devices.length ? html`
	<div><div>${size(usage.sizeBytes)}${usage.quotaBytes === null ? '' : html` ${muted(`of ${bytes(usage.quotaBytes)}`)}`}${usage.overQuota ? html` <b class="wrong">over the quota</b>` : ''}</div>
		${usage.quotaBytes ? html`<meter min="0" max=${usage.quotaBytes} high=${usage.quotaBytes * 0.9} optimum="0" .value=${usage.sizeBytes} aria-label="Quota used"></meter>` : ''}
		${hint(`${plural(usage.devices, 'device')}, ${plural(usage.snapshots, 'snapshot')}`)}</div>
	${devices.map((device) => html`<details @toggle=${(event) => look(device, event)}><summary><b>${device.name}</b></summary>
		<ul class="plain">${device.snapshots?.map((snapshot) => html`<li>${snapshot.name} ${hint(`${day(snapshot.takenAt)}, ${size(snapshot.sizeBytes)}`)}</li>`)}
			${device.snapshots?.length === 0 ? html`<li class="muted">No snapshot yet.</li>` : ''}</ul></details>`)}`
	: muted('No device is backed up yet.');

const size = (number) => number < 1024 ** 2 ? `${count(number)} bytes` : bytes(number);

const moment = (event) => event.action ? html`<li class="quiet"><b>${words(event.action)}</b>${hint(html`${time(event.at)} · by ${event.actor}`)}</li>`
	: html`<li class=${event.outcome === 'REFUSED' ? 'bad' : event.outcome === 'NO_CHANGE' ? 'quiet' : nothing}>
		<div class="row"><b>${kindText(event)}</b> ${event.outcome === 'ACCEPTED' ? '' : outcomeBadge(event.outcome)}</div>
		${hint(html`${time(event.at)}${reason(event) ? ` · ${reason(event)}` : ''}`)}</li>`;

const timeline = (items) => items.length ? html`<ol class="timeline">${items.map(moment)}</ol>` : muted('Nothing is recorded.');
