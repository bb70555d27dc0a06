import {
	api, button, checkField, count, facts, head, hint, html, may, openForm, panel, plural, radioField, textField, toast, toastError,
} from '../kit.js';
import { mailHealth } from './mail-health.js';
import { changeManagement } from './user-management.js';

const POLICIES = [
	{ value: 'never', label: 'Never', hint: 'Users keep what they got when they came.' },
	{ value: 'suggest', label: 'Suggest', hint: 'A change suggests a move; an administrator decides.' },
	{ value: 'automatic', label: 'Automatic', hint: 'Users move by themselves, except to another region and out of a data lock.' },
];

/** @type {MakePage} */
export function settings(ctx) {
	const to = ctx.base;
	const read = ctx.load(() => api.read(to));
	const mail = ctx.load(() => api.get(to + '/mail-settings'));
	/** A switch that could not be saved goes back to what holds. */
	const turn = async (checked) => {
		try {
			await api.patch(to, { provisioningApi: checked }, read.value?.etag);
			toast(`Provisioning API turned ${checked ? 'on' : 'off'}`);
			await read.load();
		} catch (error) {
			toastError(error);
			ctx.go(location.pathname);
		}
	};
	/** A form over the account as it stands now. */
	const change = (title, said, fields, changed) => html`<div>${button(title, async () => {
		const { body, etag } = await api.read(to);
		const done = await openForm(title, () => ({ action: 'Save', said, body: () => fields(body), run: (form) => api.patch(to, changed(form), etag) }));
		if (done) read.load();
	})}</div>`;
	const manage = async (type) => (await changeManagement(ctx.tenant, type)) && read.load();
	return {
		title: 'Settings',
		view: () => html`${head('Settings')}${read.show(({ body: tenant }) => html`
			<div class="columns">
				${panel('Account', html`${facts('Name', tenant.displayName, 'In addresses', html`<code>${tenant.name}</code>`, 'User management', tenant.userManagement === 'SCIM' ? 'SCIM' : 'Manual')}
					${may.choose() ? html`<div class="row">${tenant.userManagement === 'SCIM' ? '' : button('Use SCIM', () => manage('SCIM'))}
						${tenant.userManagement === 'MANUAL' ? '' : button('Manage users by hand', () => manage('MANUAL'))}</div>` : ''}`)}
				${licence(tenant, change)}
				${reclassify(tenant, change)}
				${panel('Mail', mailHealth(ctx, mail))}
				${panel('Reminders', html`<p>A token’s end is told 60, 30, 14, 7, 3 and 1 days before it, to
					${mail.value?.noticeAddresses.join(', ') || 'the administrators with an address'}. <a href=${ctx.link('mail')}>Change that</a></p>`)}
				${panel('Retention', html`<p>How long preserved users are kept stands at each <a href=${ctx.link('profiles')}>profile</a>. What is due is purged every hour; <a href=${ctx.link('jobs')}>Jobs</a> shows what that would take.</p>`)}
				${may.platform() ? panel('Provisioning API', html`${checkField('api', 'The IdP may call this account', { checked: tenant.provisioningApi,
						hint: 'While it is off, tokens cannot be generated and SCIM requests are refused.', change: turn })}
					<p class="hint">Rates and caps hold for the whole server: <a href=${ctx.link('platform')}>Platform</a>.</p>`) : ''}
			</div>`)}`,
	};
}

function licence(tenant, change) {
	const { seats, used, preserved, preservedLimit } = tenant.licence;
	return panel('Licence', html`
		<div><div class="big">${count(used)} <span class="label">of ${seats === null ? 'unlimited' : count(seats)} seats used</span></div>
			${seats ? html`<meter min="0" max=${seats} high=${seats * 0.9} optimum="0" .value=${used} aria-label="Seats used"></meter>` : ''}</div>
		<p class="hint">${plural(preserved, 'preserved user')}${preservedLimit === null ? '' : ` of at most ${count(preservedLimit)}`}. When no seat is free, new users are refused; deactivating is never refused.</p>
		${may.platform() ? change('Change the licence', 'Licence changed', ({ licence: now }) => html`
				${limitField('seats', 'Seats', now.seats)}${limitField('preservedLimit', 'Most preserved users', now.preservedLimit)}`,
			(form) => ({ licence: { seats: limit(form.get('seats')), preservedLimit: limit(form.get('preservedLimit')) } })) : ''}`);
}

const limitField = (name, label, value) => textField(name, label, { type: 'number', min: '0', step: '1', value: value ?? '', hint: 'Empty: unlimited.' });
const limit = (text) => (text === '' ? null : Number(text));

function reclassify(tenant, change) {
	const policy = POLICIES.find((one) => one.value === tenant.reclassify);
	return panel('When attributes or the order change', html`
		<div><b>${policy?.label}</b>${hint(policy?.hint)}</div>
		${may.choose() ? change('Change the policy', 'Policy saved', (now) => radioField('reclassify', 'Users who are there already move', POLICIES, now.reclassify),
			(form) => ({ reclassify: form.get('reclassify') })) : ''}`);
}
